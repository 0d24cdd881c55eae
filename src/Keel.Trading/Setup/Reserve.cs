namespace Keel.Trading.Setup;

/// <summary>What is set aside for the way between a decision and its price, in ticks.</summary>
/// <param name="Entry">Slippage of an entry; 0 where the stop is an offset from the fill.</param>
/// <param name="Stop">Slippage of a stop.</param>
/// <param name="Gap">How far beyond its stop a position may be closed in the worst case that the account must survive.</param>
public sealed record Reserve(int Entry, int Stop, int Gap)
{
    /// <summary>What is added to the stop's slippage while a stop has not been confirmed.</summary>
    public const int Unconfirmed = 8;
}
