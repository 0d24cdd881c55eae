namespace Keel.Data.Import.Text;

/// <summary>Cuts a stream of bytes into lines, a buffer at a time; lines of one buffer stay readable together.</summary>
internal sealed class LineBuffer(Stream stream, string name) : IDisposable
{
    /// <summary>Bytes in a buffer, and the longest line that is accepted.</summary>
    public const int Size = 1 << 20;

    private readonly byte[] bytes = new byte[Size];
    private int start;
    private int end;
    private bool ended;
    private bool begun;
    private long lines;

    /// <summary>Bytes taken from the stream so far.</summary>
    public long Consumed { get; private set; }

    /// <summary>Fills the buffer behind what is not yet handed out; lines handed out before are gone.</summary>
    public bool Fill()
    {
        bytes.AsSpan(start, end - start).CopyTo(bytes);
        end -= start;
        start = 0;
        while (!ended && end < bytes.Length)
        {
            var read = ReadStream(bytes.AsSpan(end));
            ended = read == 0;
            end += read;
            Consumed += read;
        }

        if (!begun)
        {
            begun = true;
            CheckIsText(bytes.AsSpan(0, end));
        }

        return end > start;
    }

    /// <summary>The next whole line in the buffer, without its end; false when the buffer must be filled.</summary>
    public bool TryNext(out int from, out int length)
    {
        var rest = bytes.AsSpan(start, end - start);
        var feed = rest.IndexOf((byte)'\n');
        from = start;
        if (feed < 0)
        {
            length = rest.Length;
            if (!ended)
            {
                return rest.Length < Size
                    ? false
                    : throw new DataException(
                        $"cannot read {name}",
                        $"line {lines + 1} is longer than a megabyte: this is no table of bars",
                        "check that it is a text file"
                    );
            }

            lines++;
            start = end;
            length -= length > 0 && rest[length - 1] == '\r' ? 1 : 0;
            return rest.Length > 0;
        }

        lines++;
        start += feed + 1;
        length = feed > 0 && rest[feed - 1] == '\r' ? feed - 1 : feed;
        return true;
    }

    /// <summary>The bytes of a line of the present buffer.</summary>
    public ReadOnlySpan<byte> Slice(int from, int length) => bytes.AsSpan(from, length);

    /// <inheritdoc />
    public void Dispose() => stream.Dispose();

    private int ReadStream(Span<byte> room)
    {
        try
        {
            return stream.Read(room);
        }
        catch (InvalidDataException broken)
        {
            throw new DataException(
                $"cannot read {name}",
                $"the archive is damaged: {broken.Message}",
                "download or copy it again",
                broken
            );
        }
        catch (IOException broken)
        {
            throw new DataException($"cannot read {name}", broken.Message, "check the disk and the connection to it", broken);
        }
    }

    private void CheckIsText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            start = 3;
        }

        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            throw new DataException(
                $"cannot read {name}",
                "it is UTF-16 text",
                "save it as UTF-8 (or plain ASCII) and import it again"
            );
        }

        if (head[..Math.Min(head.Length, 4096)].Contains((byte)0))
        {
            throw new DataException(
                $"cannot read {name}",
                "it is neither text nor any format that Keel knows",
                "give a CSV or TXT file, Parquet, gzip, or a zip of them"
            );
        }
    }
}
