using Keel.Domain;

namespace Keel.Research.Performance;

/// <summary>What the trades of one kind brought, such as those entered in one hour.</summary>
/// <param name="Key">The hour, the weekday counted from Monday = 1, or the tier counted from 0.</param>
/// <param name="Name">How a reader calls it: <c>10:00</c>, <c>Monday</c>, <c>0.60-0.70</c>.</param>
/// <param name="Trades">How many trades.</param>
/// <param name="Winners">How many with a net above zero.</param>
/// <param name="Net">Their net.</param>
public sealed record TradeGroup(int Key, string Name, int Trades, int Winners, Money Net)
{
    /// <summary>Winners over trades.</summary>
    public double WinRate => (double)Winners / Trades;
}
