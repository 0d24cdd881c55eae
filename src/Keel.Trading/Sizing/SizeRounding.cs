namespace Keel.Trading.Sizing;

/// <summary>What becomes of a size that a multiplier takes below one contract.</summary>
public enum SizeRounding
{
    /// <summary>One contract, when it was at least one before.</summary>
    AtLeastOne,

    /// <summary>None.</summary>
    Down,
}
