using Keel.Trading.World;
using Microsoft.Win32.SafeHandles;

namespace Keel.Cli.Worlds;

/// <summary>A file of the machine's disk, locked against any other writer, and written past .NET's buffers.</summary>
internal sealed class SystemAppendFile : IAppendFile
{
    private readonly string path;
    private readonly SafeFileHandle file;

    /// <summary>Opens or makes the file.</summary>
    public SystemAppendFile(string path, FileMode mode)
    {
        this.path = path;
        file = OpenAlone(path, mode);
        Length = RandomAccess.GetLength(file);
    }

    /// <summary>
    /// Opens a file for writing and locks every other writer out, of this process or another, until it is closed or the process dies. On
    /// Linux and macOS .NET locks against writers only where nothing is shared; there the lock binds only those who ask for it.
    /// </summary>
    public static SafeFileHandle OpenAlone(string path, FileMode mode) =>
        File.OpenHandle(path, mode, FileAccess.Write, OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None);

    /// <inheritdoc />
    public long Length { get; private set; }

    /// <inheritdoc />
    public void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(file, bytes, Length);
            Length += bytes.Length;
        }
        catch (Exception refused) when (Refusal.Is(refused))
        {
            throw Refusal.Of(path, refused);
        }
    }

    /// <inheritdoc />
    public void Flush()
    {
        try
        {
            RandomAccess.FlushToDisk(file);
        }
        catch (Exception refused) when (Refusal.Is(refused))
        {
            throw Refusal.Of(path, refused);
        }
    }

    /// <inheritdoc />
    public void Dispose() => file.Dispose();
}
