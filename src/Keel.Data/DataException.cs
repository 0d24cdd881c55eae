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

    /// <summary>Whether the request was wrong in itself, whatever the data are.</summary>
    public bool IsMisuse { get; init; }

    /// <summary>Whether the file system refused: full, read-only, not allowed. (A file grown too long is an argument out of range to .NET.)</summary>
    public static bool IsRefusal(Exception trouble) =>
        trouble is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ActualValue: null };

    /// <summary>The file system refused; says so with its own reason.</summary>
    public static DataException Refused(string what, Exception reason) =>
        new(what, reason.Message, "free space on the disk, make the folder writable, then run the same command again", reason);
}
