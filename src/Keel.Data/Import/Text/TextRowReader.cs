using System.Text;

namespace Keel.Data.Import.Text;

/// <summary>Reads the rows of a text table, a buffer at a time.</summary>
internal sealed class TextRowReader : RowReader
{
    private readonly SourceFile file;
    private readonly TextLayout layout;
    private readonly TextColumns columns;
    private readonly bool timesOnly;
    private readonly LineBuffer buffer;
    private readonly (int From, int Length)[] lines = new (int, int)[BatchSize];
    private readonly int[] starts;
    private readonly int[] ends;
    private byte[] scratch = new byte[256];
    private long line;

    public TextRowReader(SourceFile file, TextLayout layout, bool timesOnly)
    {
        this.file = file;
        this.layout = layout;
        this.timesOnly = timesOnly;
        columns = layout.Columns;
        buffer = new LineBuffer(file.Open(), file.Name);
        starts = new int[columns.Last + 1];
        ends = new int[columns.Last + 1];
        buffer.Fill();
    }

    /// <inheritdoc />
    public override double Progress => file.Length == 0 ? 0 : Math.Min(1, buffer.Consumed / (double)file.Length);

    /// <inheritdoc />
    public override bool Next()
    {
        Count = 0;
        do
        {
            while (Count < BatchSize && buffer.TryNext(out var from, out var length))
            {
                if (line++ < layout.LinesBeforeData)
                {
                    continue;
                }

                var text = buffer.Slice(from, length);
                if (text.IsEmpty || text[0] == '#' || text.Trim((byte)' ').IsEmpty)
                {
                    continue;
                }

                lines[Count] = (from, length);
                Parse(text, ref Rows[Count]);
                Rows[Count].Row = line;
                Count++;
            }
        } while (Count == 0 && buffer.Fill());

        return Count > 0;
    }

    /// <inheritdoc />
    public override string Line(int index) => Encoding.UTF8.GetString(buffer.Slice(lines[index].From, lines[index].Length));

    /// <inheritdoc />
    public override void Dispose() => buffer.Dispose();

    private void Parse(ReadOnlySpan<byte> text, ref RawBar row)
    {
        row.Fault = RowFault.None;
        if (text.Contains((byte)'"'))
        {
            text = Unquote(text);
        }

        if (!Split(text, timesOnly ? Math.Max(columns.Time, columns.Clock) : columns.Last))
        {
            row.Fault = RowFault.MissingColumns;
            return;
        }

        row.Fault = ReadTime(text, out row.Time);
        if (timesOnly || row.Fault != RowFault.None)
        {
            return;
        }

        var mark = layout.DecimalMark;
        row.Fault = FirstOf(
            NumberText.Read(Field(text, columns.Open), mark, out row.Open),
            NumberText.Read(Field(text, columns.High), mark, out row.High),
            NumberText.Read(Field(text, columns.Low), mark, out row.Low),
            NumberText.Read(Field(text, columns.Close), mark, out row.Close)
        );
        row.Volume = 0;
        if (columns.Volume >= 0 && row.Fault == RowFault.None)
        {
            var fault = NumberText.Read(Field(text, columns.Volume), mark, out row.Volume);
            row.Fault = fault == RowFault.AbsurdPrice ? RowFault.AbsurdVolume : fault;
        }
    }

    private RowFault ReadTime(ReadOnlySpan<byte> text, out long time)
    {
        var field = Field(text, columns.Time);
        TimeText.Kind kind;
        if (columns.Clock < 0)
        {
            kind = TimeText.Read(field, layout.Time, out time);
        }
        else
        {
            var clock = Field(text, columns.Clock);
            Span<byte> both = stackalloc byte[64];
            if (field.Length + clock.Length >= both.Length)
            {
                time = 0;
                return RowFault.UnreadableTime;
            }

            field.CopyTo(both);
            both[field.Length] = (byte)' ';
            clock.CopyTo(both[(field.Length + 1)..]);
            kind = TimeText.Read(both[..(field.Length + clock.Length + 1)], layout.Time, out time);
        }

        // In a column that says UTC in its name, a zone in the text is welcome and none is needed.
        return kind switch
        {
            TimeText.Kind.Unreadable => RowFault.UnreadableTime,
            TimeText.Kind.Utc => layout.Clock == SourceClock.Utc ? RowFault.None : RowFault.MixedZones,
            _ => layout.Clock == SourceClock.Utc && !SaysUtc ? RowFault.MixedZones : RowFault.None,
        };
    }

    private bool SaysUtc =>
        layout.Time == TimeLayout.Epoch
        || (
            layout.HeaderLine.Length > 0
            && ColumnNames.SaysUtc(layout.HeaderLine.Split((char)layout.Delimiter)[columns.Time].Trim(' ', '"'))
        );

    private ReadOnlySpan<byte> Field(ReadOnlySpan<byte> text, int column) => text[starts[column]..ends[column]];

    private bool Split(ReadOnlySpan<byte> text, int last)
    {
        var delimiter = layout.Delimiter;
        var column = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == delimiter && !(delimiter == ' ' && i == start))
            {
                SetField(text, column, start, i);
                if (column == last)
                {
                    return true;
                }

                column++;
                start = i + 1;
            }
            else if (delimiter == ' ' && i == start && text[i] == ' ')
            {
                start++;
            }
        }

        SetField(text, column, start, text.Length);
        return column == last;
    }

    private void SetField(ReadOnlySpan<byte> text, int column, int start, int end)
    {
        while (start < end && text[start] == ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] == ' ')
        {
            end--;
        }

        starts[column] = start;
        ends[column] = end;
    }

    /// <summary>Takes quotes away, and delimiters inside them, which part thousands.</summary>
    private ReadOnlySpan<byte> Unquote(ReadOnlySpan<byte> text)
    {
        if (scratch.Length < text.Length)
        {
            scratch = new byte[text.Length];
        }

        var inside = false;
        var count = 0;
        foreach (var c in text)
        {
            if (c == '"')
            {
                inside = !inside;
            }
            else if (!(inside && c == layout.Delimiter))
            {
                scratch[count++] = c;
            }
        }

        return scratch.AsSpan(0, count);
    }
}
