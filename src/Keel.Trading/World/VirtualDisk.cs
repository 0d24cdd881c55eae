using Keel.Domain;

namespace Keel.Trading.World;

/// <summary>
/// Files in memory that can suffer what disks suffer: no space, refused writes, failed flushes, power cuts, rot, restored backups. What is
/// written survives a killed process; only what is flushed survives a power cut.
/// </summary>
public sealed class VirtualDisk : IFiles
{
    private readonly SortedDictionary<string, VirtualFile> files = new(StringComparer.Ordinal);
    private readonly List<(DiskAction Action, int Left, FileFault Fault)> troubles = [];
    private SplitMix64 draws;

    /// <summary>An empty disk; the seed decides what a power cut takes.</summary>
    internal VirtualDisk(ulong seed) => draws = new SplitMix64(seed);

    /// <summary>How many bytes all files together may hold.</summary>
    public long Capacity { get; set; } = long.MaxValue;

    /// <summary>How many bytes all files together hold.</summary>
    public long Used
    {
        get
        {
            var used = 0L;
            foreach (var file in files.Values)
            {
                used += file.Length;
            }

            return used;
        }
    }

    /// <summary>Refuses an action once: the next one, or the one after so many that pass.</summary>
    public void Refuse(DiskAction action, FileFault fault, int after = 0) => troubles.Add((action, after, fault));

    /// <summary>What a file holds.</summary>
    public byte[] Content(string path) => Find(path).Content.ToArray();

    /// <summary>Puts a file there as an outsider does (a backup, an editor, rot): durable, and replacing what was there.</summary>
    public void Put(string path, ReadOnlySpan<byte> content)
    {
        var file = new VirtualFile();
        file.Write(content);
        file.Flush();
        files[path] = file;
    }

    /// <inheritdoc />
    public bool Exists(string path) => files.ContainsKey(path);

    /// <inheritdoc />
    public long Length(string path) => Find(path).Length;

    /// <inheritdoc />
    public IReadOnlyList<string> List(string folder)
    {
        var start = folder.EndsWith('/') ? folder : folder + "/";
        return
        [
            .. files.Keys.Where(path => path.StartsWith(start, StringComparison.Ordinal) && path.IndexOf('/', start.Length) < 0),
        ];
    }

    /// <inheritdoc />
    public int Read(string path, long offset, Span<byte> into)
    {
        var content = Find(path).Content;
        var rest = content[(int)Math.Min(offset, content.Length)..];
        var count = Math.Min(rest.Length, into.Length);
        rest[..count].CopyTo(into);
        return count;
    }

    /// <inheritdoc />
    public IAppendFile Create(string path)
    {
        PassOrThrow(DiskAction.Create, path);
        if (!files.TryAdd(path, new VirtualFile()))
        {
            throw new FileException(FileFault.Taken, path);
        }

        return OpenHandle(path);
    }

    /// <inheritdoc />
    public IAppendFile Open(string path)
    {
        PassOrThrow(DiskAction.Open, path);
        return OpenHandle(path);
    }

    /// <inheritdoc />
    public void Truncate(string path, long length)
    {
        var file = FindClosed(path);
        PassOrThrow(DiskAction.Truncate, path);
        file.Truncate((int)Math.Min(length, file.Length));
    }

    /// <inheritdoc />
    public void Rename(string from, string to)
    {
        var file = FindClosed(from);
        PassOrThrow(DiskAction.Rename, from);
        files.Remove(from);
        files[to] = file;
    }

    /// <inheritdoc />
    public void Delete(string path)
    {
        if (Exists(path))
        {
            FindClosed(path);
            files.Remove(path);
        }
    }

    /// <summary>Closes what a process had open.</summary>
    internal void CloseAll()
    {
        foreach (var file in files.Values)
        {
            file.Writer = null;
        }
    }

    /// <summary>Takes what a power cut takes.</summary>
    internal void LoseUnflushed()
    {
        foreach (var file in files.Values)
        {
            file.LoseUnflushed(ref draws);
        }
    }

    /// <summary>Writes what there is space for, then complains about the rest.</summary>
    internal void Append(string path, VirtualFile file, ReadOnlySpan<byte> bytes)
    {
        if (Trouble(DiskAction.Append) is { } fault)
        {
            file.Write(bytes[..(bytes.Length / 2)]);
            throw new FileException(fault, path);
        }

        var space = Capacity == long.MaxValue ? long.MaxValue : Math.Max(0, Capacity - Used);
        if (bytes.Length > space)
        {
            file.Write(bytes[..(int)space]);
            throw new FileException(FileFault.DiskFull, path);
        }

        file.Write(bytes);
    }

    /// <summary>Makes a file durable, or fails for good.</summary>
    internal void Flush(string path, VirtualFile file)
    {
        if (Trouble(DiskAction.Flush) is { } fault)
        {
            file.FailFlush();
            throw new FileException(fault, path);
        }

        file.Flush();
    }

    private VirtualAppendFile OpenHandle(string path)
    {
        var file = FindClosed(path);
        var handle = new VirtualAppendFile(this, path, file);
        file.Writer = handle;
        return handle;
    }

    private void PassOrThrow(DiskAction action, string path)
    {
        if (Trouble(action) is { } fault)
        {
            throw new FileException(fault, path);
        }
    }

    private FileFault? Trouble(DiskAction action)
    {
        for (var i = 0; i < troubles.Count; i++)
        {
            var (refused, left, fault) = troubles[i];
            if (refused != action)
            {
                continue;
            }

            if (left == 0)
            {
                troubles.RemoveAt(i);
                return fault;
            }

            troubles[i] = (refused, left - 1, fault);
        }

        return null;
    }

    private VirtualFile Find(string path) =>
        files.TryGetValue(path, out var file) ? file : throw new FileException(FileFault.Missing, path);

    private VirtualFile FindClosed(string path)
    {
        var file = Find(path);
        return file.Writer is null ? file : throw new FileException(FileFault.InUse, path);
    }
}
