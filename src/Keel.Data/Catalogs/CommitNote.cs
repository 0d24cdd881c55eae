namespace Keel.Data.Catalogs;

/// <summary>
/// What a commit is about to move into place or to delete, written down before it does. Where a commit was cut off, the next writer deletes
/// those of these files that the manifest does not name, and no others.
/// </summary>
internal sealed class CommitNote(string folder)
{
    public const string Name = ".commit";

    private readonly string path = Path.Combine(folder, Name);

    /// <summary>The files of a commit that was cut off; none where all went well.</summary>
    public IReadOnlyList<string> Files() => File.Exists(path) ? File.ReadAllLines(path) : [];

    /// <summary>Writes the files of a commit down, relative to the catalog's folder.</summary>
    public void Write(IEnumerable<string> files)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write);
        using (var text = new StreamWriter(stream, leaveOpen: true))
        {
            foreach (var file in files)
            {
                text.Write(file);
                text.Write('\n');
            }
        }

        stream.Flush(flushToDisk: true);
    }

    /// <summary>Forgets the commit: it is done, or cleared up.</summary>
    public void Clear() => File.Delete(path);
}
