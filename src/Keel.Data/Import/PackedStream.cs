namespace Keel.Data.Import;

/// <summary>
/// Unpacks while it is read, holds the archive open, and trusts nobody: it stops where the content grows beyond all measure, whatever the
/// header claimed, and at the end asks whether the content is whole (the unpacking streams end in silence where a file was cut short).
/// </summary>
internal sealed class PackedStream(IDisposable archive, Stream content, string name, long packed, Func<long, uint, bool> isWhole)
    : Stream
{
    /// <summary>A packed table may grow at most a hundredfold … </summary>
    public const long MaxExpansion = 100;

    /// <summary>… and beyond that only to this size: small files of equal lines pack well.</summary>
    public const long AlwaysAllowed = 64L << 20;

    private Crc32 sum;
    private long delivered;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => delivered;
        set => throw new NotSupportedException();
    }

    /// <summary>Refuses what grows too much.</summary>
    public static DataException Bomb(string name, long length, long packed) =>
        new(
            $"refused to unpack {name}",
            $"it grows from {packed} to {length} bytes or more, over {MaxExpansion} times its size",
            "unpack it by hand if you trust it, and import what comes out"
        );

    public override int Read(Span<byte> buffer)
    {
        var read = content.Read(buffer);
        delivered += read;
        sum.Add(buffer[..read]);
        if (delivered > AlwaysAllowed && delivered / MaxExpansion > packed)
        {
            throw Bomb(name, delivered, packed);
        }

        return read > 0 || buffer.IsEmpty || isWhole(delivered, sum.Value)
            ? read
            : throw new DataException(
                $"cannot read {name}",
                "the archive is damaged: it ends too early, or its check sum is wrong",
                "download or copy it again"
            );
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        content.Dispose();
        archive.Dispose();
        base.Dispose(disposing);
    }
}
