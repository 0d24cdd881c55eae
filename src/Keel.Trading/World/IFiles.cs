namespace Keel.Trading.World;

/// <summary>
/// The disk as a journal needs it. Names are durable: a file made, renamed or deleted stays so after a power cut. Content is durable once
/// flushed. Whatever the disk refuses is a <see cref="FileException"/>.
/// </summary>
public interface IFiles
{
    /// <summary>Whether a file has this name.</summary>
    bool Exists(string path);

    /// <summary>How many bytes the file holds.</summary>
    long Length(string path);

    /// <summary>The full paths of the files that lie directly in a folder, in ordinal order; none when there is no such folder.</summary>
    IReadOnlyList<string> List(string folder);

    /// <summary>Reads bytes from an offset on; returns how many there were, fewer than asked for only at the end of the file.</summary>
    int Read(string path, long offset, Span<byte> into);

    /// <summary>Makes an empty file, with its folder where that is missing, and opens it; refuses when the name is taken.</summary>
    IAppendFile Create(string path);

    /// <summary>Opens a file to add to it; refuses when it is missing or somebody has it open so, in this process or another.</summary>
    IAppendFile Open(string path);

    /// <summary>Cuts a file to its first bytes, durably.</summary>
    void Truncate(string path, long length);

    /// <summary>Gives a file another name in one step; a file that had the name is replaced.</summary>
    void Rename(string from, string to);

    /// <summary>Deletes a file; one that is missing is deleted already.</summary>
    void Delete(string path);
}
