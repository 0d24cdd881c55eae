namespace Keel.Data;

/// <summary>Data, or the place they lie in, are not as they must be. Says what failed, why, and what to do.</summary>
public sealed class DataException : Exception
{
    /// <summary>An error with its three lines.</summary>
    public DataException(string what, string why, string remedy, Exception? cause = null)
        : base($"{what}: {why}; {remedy}", cause)
    {
        (What, Why, Remedy) = (what, why, remedy);
    }

    /// <summary>What failed.</summary>
    public string What { get; }

    /// <summary>Why, with file, row or place.</summary>
    public string Why { get; }

    /// <summary>What the user can do about it.</summary>
    public string Remedy { get; }
}
