namespace Keel.Trading.World;

/// <summary>The disk refused. Says which file, why, and what can be done.</summary>
public sealed class FileException : Exception
{
    /// <summary>A refusal.</summary>
    public FileException(FileFault fault, string path, Exception? cause = null)
        : base($"{path}: {Reason(fault)}{(cause is null ? "" : $" ({cause.Message})")}; {RemedyFor(fault)}", cause)
    {
        (Fault, Path) = (fault, path);
    }

    /// <summary>Why.</summary>
    public FileFault Fault { get; }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Why, in words.</summary>
    public string Why => Reason(Fault);

    /// <summary>What can be done.</summary>
    public string Remedy => RemedyFor(Fault);

    private static string Reason(FileFault fault) =>
        fault switch
        {
            FileFault.Missing => "there is no such file",
            FileFault.Taken => "a file of this name exists already",
            FileFault.InUse => "it is open elsewhere",
            FileFault.DiskFull => "the disk is full",
            FileFault.ReadOnly => "it cannot be written",
            FileFault.Failed => "the disk failed",
        };

    private static string RemedyFor(FileFault fault) =>
        fault switch
        {
            FileFault.Missing => "check the path, or restore the file from a backup",
            FileFault.Taken => "choose another name, or move the old file aside",
            FileFault.InUse => "stop the other process that trades this account, then start again",
            FileFault.DiskFull => "free space on the disk",
            FileFault.ReadOnly => "make the folder writable for this user",
            FileFault.Failed => "check the disk and its cables, and go on in a file on another disk",
        };
}
