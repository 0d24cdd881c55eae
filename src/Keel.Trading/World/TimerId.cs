namespace Keel.Trading.World;

/// <summary>Work that was put off, so that it can be taken back.</summary>
/// <param name="Number">Counted from 1; 0 is no timer.</param>
public readonly record struct TimerId(long Number)
{
    /// <summary>Whether it names no work at all.</summary>
    public bool IsNone => Number == 0;
}
