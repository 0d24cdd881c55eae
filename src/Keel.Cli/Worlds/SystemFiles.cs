using Keel.Trading.World;

namespace Keel.Cli.Worlds;

/// <summary>The machine's disk. On Linux and macOS a folder is flushed after each change of its names; Windows keeps names in a journal of its own.</summary>
internal sealed class SystemFiles : IFiles
{
    /// <inheritdoc />
    public bool Exists(string path) => File.Exists(path);

    /// <inheritdoc />
    public long Length(string path) => Refusal.Told(path, () => new FileInfo(path).Length);

    /// <inheritdoc />
    public IReadOnlyList<string> List(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var files = Refusal.Told(folder, () => Directory.GetFiles(folder));
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    /// <inheritdoc />
    public int Read(string path, long offset, Span<byte> into)
    {
        try
        {
            // A journal can be read while a session writes it.
            using var file = OperatingSystem.IsWindows()
                ? File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete)
                : UnixOpening.ToRead(path);
            var count = 0;
            while (count < into.Length && RandomAccess.Read(file, into[count..], offset + count) is var read and > 0)
            {
                count += read;
            }

            return count;
        }
        catch (Exception refused) when (Refusal.Is(refused))
        {
            throw Refusal.Of(path, refused);
        }
    }

    /// <inheritdoc />
    public IAppendFile Create(string path) =>
        Refusal.Told(
            path,
            () =>
            {
                Directory.CreateDirectory(FolderOf(path));
                var created = new SystemAppendFile(path, FileMode.CreateNew);
                FlushFolder(FolderOf(path));
                return created;
            }
        );

    /// <inheritdoc />
    public IAppendFile Open(string path) => Refusal.Told(path, () => new SystemAppendFile(path, FileMode.Open));

    /// <inheritdoc />
    public void Truncate(string path, long length) =>
        Refusal.Told(
            path,
            () =>
            {
                using var file = SystemAppendFile.OpenAlone(path, FileMode.Open);
                RandomAccess.SetLength(file, Math.Min(length, RandomAccess.GetLength(file)));
                RandomAccess.FlushToDisk(file);
                return length;
            }
        );

    /// <inheritdoc />
    public void Rename(string from, string to) =>
        Refusal.Told(
            from,
            () =>
            {
                File.Move(from, to, overwrite: true);
                FlushFolder(FolderOf(to));
                return to;
            }
        );

    /// <inheritdoc />
    public void Delete(string path)
    {
        if (File.Exists(path))
        {
            Refusal.Told(
                path,
                () =>
                {
                    File.Delete(path);
                    FlushFolder(FolderOf(path));
                    return path;
                }
            );
        }
    }

    private static void FlushFolder(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            UnixOpening.FlushFolder(folder);
        }
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}
