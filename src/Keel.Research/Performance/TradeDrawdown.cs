using Keel.Domain;

namespace Keel.Research.Performance;

/// <summary>A time in which the sum of net lay below its earlier maximum, trade by trade; times are exits.</summary>
/// <param name="Peak">When the maximum was last reached; the start of the data for the maximum of zero.</param>
/// <param name="Trough">When the sum was lowest.</param>
/// <param name="Recovery">When the maximum was reached again; null when it never was.</param>
/// <param name="End">The recovery, or the end of the data.</param>
/// <param name="Depth">The greatest fall, above zero.</param>
/// <param name="Maximum">The sum of net at the peak, zero or above.</param>
/// <param name="Trades">How many trades it took from the peak to the recovery, or to the end.</param>
public sealed record TradeDrawdown(
    Timestamp Peak,
    Timestamp Trough,
    Timestamp? Recovery,
    Timestamp End,
    Money Depth,
    Money Maximum,
    int Trades
)
{
    /// <summary>Time from the peak to the recovery, or to the end of the data.</summary>
    public Span Duration => End - Peak;

    /// <summary>Time from the trough to the recovery; null when it never came.</summary>
    public Span? TimeToRecover => Recovery is { } recovery ? recovery - Trough : null;

    /// <summary>The fall as a share of capital and maximum; null without capital.</summary>
    public double? Share(Money? capital) =>
        capital is { } start && start + Maximum > Money.Zero ? Ratio.Of(Depth, start + Maximum) : null;
}
