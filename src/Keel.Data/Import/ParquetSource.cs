using Keel.Data.DuckDb;
using Keel.Data.Import.Text;

namespace Keel.Data.Import;

/// <summary>A table of bars in a Parquet file of anyone's making: any sensible column names, any type of time stamp.</summary>
internal sealed class ParquetSource : IRowSource
{
    /// <summary>Texts of times that are looked at: months of minutes, so that some day above 12 is among them.</summary>
    private const int SampleTimes = 50_000;

    private readonly IReadOnlyDictionary<ColumnRole, QueryColumn> columns;

    private ParquetSource(
        string path,
        IReadOnlyDictionary<ColumnRole, QueryColumn> columns,
        long rows,
        IReadOnlyList<string> symbols,
        TimeLayout layout,
        SourceClock clock
    )
    {
        Name = path;
        this.columns = columns;
        Rows = rows;
        Symbols = symbols;
        var time = columns[ColumnRole.Timestamp];
        (TimeLayout, Clock) = (layout, clock);
        TimeIsInteger = time.Kind is ColumnKind.Int64 or ColumnKind.UInt64 or ColumnKind.Int32;
        HasFloats = PriceRoles.ToArray().Any(role => columns[role].Kind == ColumnKind.Float);
    }

    /// <inheritdoc />
    public string Name { get; }

    /// <inheritdoc />
    public string Path => Name;

    /// <summary>How many rows the file says it has.</summary>
    public long Rows { get; }

    /// <inheritdoc />
    public SourceClock Clock { get; }

    /// <inheritdoc />
    public bool PricesAreExact => false;

    /// <inheritdoc />
    public IReadOnlyList<string> Symbols { get; }

    /// <inheritdoc />
    public bool HasVolume => columns.ContainsKey(ColumnRole.Volume);

    /// <inheritdoc />
    public string Header => "timestamp,open,high,low,close,volume";

    /// <inheritdoc />
    public char Delimiter => ',';

    /// <inheritdoc />
    public string Description =>
        $"Parquet, time in '{columns[ColumnRole.Timestamp].Name}' ({columns[ColumnRole.Timestamp].Kind}), prices in {string.Join(", ", Prices.Select(role => $"'{columns[role].Name}'"))}";

    /// <summary>Whether times are plain integers, whose unit their size tells.</summary>
    public bool TimeIsInteger { get; }

    /// <summary>How times are written where they are texts.</summary>
    public TimeLayout TimeLayout { get; }

    /// <summary>Whether the name of the column of times says that they are UTC.</summary>
    public bool SaysUtc => ColumnNames.SaysUtc(columns[ColumnRole.Timestamp].Name);

    /// <summary>Whether a price is stored with only seven significant digits.</summary>
    public bool HasFloats { get; }

    internal static ReadOnlySpan<ColumnRole> PriceRoles => [ColumnRole.Open, ColumnRole.High, ColumnRole.Low, ColumnRole.Close];

    private static IEnumerable<ColumnRole> Prices => PriceRoles.ToArray();

    /// <summary>Whether a file is Parquet: it begins with PAR1.</summary>
    public static bool Recognises(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> magic = stackalloc byte[4];
        return file.ReadAtLeast(magic, 4, throwOnEndOfStream: false) == 4 && magic.SequenceEqual("PAR1"u8);
    }

    /// <summary>Looks at a file's columns; throws where they are not those of bars. <paramref name="dates"/> settles 01/02/2024.</summary>
    public static ParquetSource Open(string path, TimeLayout? dates)
    {
        using var database = new Database();
        try
        {
            IReadOnlyList<QueryColumn> all;
            using (var query = database.Stream($"SELECT * FROM {From(path)} LIMIT 0"))
            {
                all = query.Columns;
            }

            var roles = ColumnNames.RolesOf(all.Select(column => column.Name).ToList());
            var found = roles
                .Zip(all)
                .Where(pair => pair.First != ColumnRole.Ignored)
                .ToDictionary(pair => pair.First, pair => pair.Second);
            var missing = PriceRoles.ToArray().Prepend(ColumnRole.Timestamp).Where(role => !found.ContainsKey(role)).ToList();
            if (missing.Count > 0)
            {
                throw new DataException(
                    $"{path} is no table of bars",
                    $"its columns are {string.Join(", ", all.Select(column => column.Name))}; missing: {string.Join(", ", missing).ToLowerInvariant()}",
                    "give columns timestamp, open, high, low, close, volume"
                );
            }

            var (layout, clock) = ClockOf(database, path, found[ColumnRole.Timestamp], dates);
            return new ParquetSource(path, found, Count(database, path), SymbolsOf(database, path, found), layout, clock);
        }
        catch (QueryException broken)
        {
            throw Unreadable(path, broken);
        }
    }

    /// <inheritdoc />
    public RowReader Open(bool timesOnly) =>
        new ParquetRowReader(this, Sql(timesOnly), timesOnly, columns.ContainsKey(ColumnRole.Volume));

    internal static DataException Unreadable(string path, QueryException broken) =>
        new($"cannot read {path}", broken.Message, "the file is damaged or incomplete: copy or download it again", broken);

    private static string From(string path) => $"read_parquet({Database.FileLiteral(path)}, hive_partitioning = false)";

    private static long Count(Database database, string path)
    {
        using var query = database.Stream($"SELECT count(*) FROM {From(path)}");
        return query.NextChunk() ? query.Values<long>(0)[0] : 0;
    }

    private static (TimeLayout Layout, SourceClock Clock) ClockOf(
        Database database,
        string path,
        QueryColumn time,
        TimeLayout? dates
    )
    {
        var saysUtc = ColumnNames.SaysUtc(time.Name);
        switch (time.Kind)
        {
            case ColumnKind.Int64 or ColumnKind.UInt64 or ColumnKind.Int32 or ColumnKind.TimestampWithZone:
                return (TimeLayout.YearMonthDay, SourceClock.Utc);
            case ColumnKind.Date:
                return (TimeLayout.YearMonthDay, SourceClock.DateOnly);
            case ColumnKind.Timestamp
            or ColumnKind.TimestampSeconds
            or ColumnKind.TimestampMilliseconds
            or ColumnKind.TimestampNanoseconds:
                return (TimeLayout.YearMonthDay, saysUtc ? SourceClock.Utc : SourceClock.Unknown);
        }

        var texts = new List<string>();
        using (
            var query = database.Stream($"SELECT {Database.Identifier(time.Name)}::VARCHAR FROM {From(path)} LIMIT {SampleTimes}")
        )
        {
            while (query.NextChunk())
            {
                texts.AddRange(query.Texts(0).OfType<string>().Select(text => text.Trim()));
            }
        }

        var layout = TimeSniffer.LayoutOf(texts) ?? TimeLayout.YearMonthDay;
        if (layout is TimeLayout.MonthDayYear or TimeLayout.DayMonthYear)
        {
            layout = dates ?? DayAndMonth.Find(path, texts);
        }

        return (layout, saysUtc ? SourceClock.Utc : TimeSniffer.ClockOf(texts, layout));
    }

    private static List<string> SymbolsOf(Database database, string path, Dictionary<ColumnRole, QueryColumn> columns)
    {
        var symbols = new List<string>();
        if (columns.TryGetValue(ColumnRole.Symbol, out var column))
        {
            using var query = database.Stream(
                $"SELECT DISTINCT {Database.Identifier(column.Name)}::VARCHAR AS s FROM {From(path)} ORDER BY s LIMIT 8"
            );
            while (query.NextChunk())
            {
                symbols.AddRange(query.Texts(0).OfType<string>());
            }
        }

        return symbols;
    }

    /// <summary>The query for times as whole numbers, four prices and the volume.</summary>
    internal string SqlOfNumbers() => Sql(timesOnly: false);

    private string Sql(bool timesOnly)
    {
        var time = columns[ColumnRole.Timestamp];
        var name = Database.Identifier(time.Name);
        // Whatever the type, one of two comes out: a text, or a count of nanoseconds (or of an epoch's own unit, told by its size).
        var selection = time.Kind switch
        {
            ColumnKind.Int64 or ColumnKind.UInt64 or ColumnKind.Int32 => $"TRY_CAST({name} AS BIGINT)",
            ColumnKind.TimestampNanoseconds => $"epoch_ns({name})",
            ColumnKind.Timestamp or ColumnKind.TimestampSeconds or ColumnKind.TimestampMilliseconds =>
                $"epoch_us({name}::TIMESTAMP) * 1000",
            ColumnKind.TimestampWithZone => $"epoch_us({name}) * 1000",
            ColumnKind.Date => $"epoch_us({name}::TIMESTAMP) * 1000",
            _ => $"{name}::VARCHAR",
        };
        var wanted = new List<string> { selection };
        if (!timesOnly)
        {
            wanted.AddRange(Prices.Select(role => $"TRY_CAST({Database.Identifier(columns[role].Name)} AS DOUBLE)"));
            if (columns.TryGetValue(ColumnRole.Volume, out var volume))
            {
                wanted.Add($"TRY_CAST({Database.Identifier(volume.Name)} AS DOUBLE)");
            }
        }

        return $"SELECT {string.Join(", ", wanted)} FROM {From(Name)}";
    }
}
