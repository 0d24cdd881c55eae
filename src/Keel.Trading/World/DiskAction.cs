namespace Keel.Trading.World;

/// <summary>What a virtual disk can be told to refuse.</summary>
public enum DiskAction
{
    /// <summary>Making a file.</summary>
    Create,

    /// <summary>Opening one that exists.</summary>
    Open,

    /// <summary>Adding bytes to a file; half of them are written all the same.</summary>
    Append,

    /// <summary>Making them durable.</summary>
    Flush,

    /// <summary>Giving a file another name.</summary>
    Rename,

    /// <summary>Cutting a file.</summary>
    Truncate,
}
