namespace Keel.Trading.Journal;

/// <summary>A journal cannot be read or written. Says which file, why, and what to do.</summary>
public sealed class JournalException : Exception
{
    /// <summary>An error with its three parts.</summary>
    public JournalException(string path, string why, string remedy, Exception? cause = null)
        : base($"{path}: {why}; {remedy}", cause)
    {
        (Path, Why, Remedy) = (path, why, remedy);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Why.</summary>
    public string Why { get; }

    /// <summary>What the user can do about it.</summary>
    public string Remedy { get; }
}
