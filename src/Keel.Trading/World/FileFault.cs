namespace Keel.Trading.World;

/// <summary>Why the disk refused.</summary>
public enum FileFault
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>The name is taken.</summary>
    Taken,

    /// <summary>Somebody else has it open.</summary>
    InUse,

    /// <summary>No space is left.</summary>
    DiskFull,

    /// <summary>Nothing can be written there: a file system mounted to be read only, or rights that are missing.</summary>
    ReadOnly,

    /// <summary>The device failed.</summary>
    Failed,
}
