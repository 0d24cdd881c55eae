namespace Keel.Trading.World;

/// <summary>A file of a virtual disk, open to be added to; dead once its process is.</summary>
internal sealed class VirtualAppendFile(VirtualDisk disk, string path, VirtualFile file) : IAppendFile
{
    /// <inheritdoc />
    public long Length => file.Length;

    /// <inheritdoc />
    public void Append(ReadOnlySpan<byte> bytes)
    {
        MustBeOpen();
        disk.Append(path, file, bytes);
    }

    /// <inheritdoc />
    public void Flush()
    {
        MustBeOpen();
        disk.Flush(path, file);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (ReferenceEquals(file.Writer, this))
        {
            file.Writer = null;
        }
    }

    private void MustBeOpen() => ObjectDisposedException.ThrowIf(!ReferenceEquals(file.Writer, this), this);
}
