namespace Keel.Data.Import.Clock;

/// <summary>Which end of a bar a file stamps it with.</summary>
public enum Stamp
{
    /// <summary>The time at which the bar begins.</summary>
    Open,

    /// <summary>The time at which the bar ends.</summary>
    Close,
}
