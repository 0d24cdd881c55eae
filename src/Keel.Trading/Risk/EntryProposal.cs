using Keel.Trading.Orders;

namespace Keel.Trading.Risk;

/// <summary>An entry on its way through the controls. One object serves all, so that a review allocates nothing.</summary>
public sealed class EntryProposal
{
    /// <summary>Lots before any control has counted them.</summary>
    public const int Unsized = int.MaxValue;

    /// <summary>Whose wish it is.</summary>
    public int Seat { get; internal set; }

    /// <summary>Long or short.</summary>
    public Side Side { get; internal set; }

    /// <summary>When, in nanoseconds.</summary>
    public long Now { get; internal set; }

    /// <summary>The last price, in ticks.</summary>
    public long Price { get; internal set; }

    /// <summary>Lots as far as the controls asked so far allow.</summary>
    public int Lots { get; internal set; }

    /// <summary>Distance of the stop from the fill, in ticks.</summary>
    public long StopTicks { get; internal set; }

    /// <summary>Distance of the target from the fill, in ticks; 0 for none.</summary>
    public long TargetTicks { get; internal set; }

    /// <summary>The model's confidence; NaN without a model.</summary>
    public double Confidence { get; internal set; }

    /// <summary>Money of one tick of one lot, in units.</summary>
    public long TickValue { get; internal set; }

    /// <summary>Fees of one side of one lot, in units.</summary>
    public long FeePerSide { get; internal set; }

    /// <summary>What one lot loses at worst: stop, reserves, fees both ways; in units.</summary>
    public long WorstOfOne { get; internal set; }

    /// <summary>What one lot is expected to lose at its stop: slippage both ways, fees both ways; what sizing divides by; in units.</summary>
    public long ExpectedLossOfOne { get; internal set; }

    /// <summary>Worst cases of everything open and working, this entry not counted, in units.</summary>
    public long OpenReserve { get; internal set; }

    /// <summary>Lots held and working over all strategies of the market, this entry not counted.</summary>
    public int OpenLots { get; internal set; }

    /// <summary>Whether the day's phase or a breaker asks for half size.</summary>
    public bool HalfSize { get; internal set; }

    /// <summary>The trading day, in days since 1970-01-01.</summary>
    public int Day { get; internal set; }

    /// <summary>The limit of the entry in ticks; null for an order at the market.</summary>
    public long? Limit { get; internal set; }

    /// <summary>The model's class; -1 without a model.</summary>
    public int PredictedClass { get; internal set; } = -1;

    /// <summary>Until when nothing is entered after the seat's last exit, in nanoseconds.</summary>
    public long CoolsUntil { get; internal set; } = long.MinValue;

    /// <summary>When the last exit of any seat traded, in nanoseconds; the smallest number before the first.</summary>
    public long LastExitAt { get; internal set; } = long.MinValue;

    /// <summary>The mean price of that exit, in ticks.</summary>
    public long LastExitPrice { get; internal set; }

    /// <summary>How many orders there are whose fate is not known.</summary>
    public int UnknownOrders { get; internal set; }

    /// <summary>The nearest limit of an own resting order on the other side, in ticks; null when there is none.</summary>
    public long? OwnOpposite { get; internal set; }

    /// <summary>One contract's volatility of a year, in units; 0 when it is not known.</summary>
    public long VolatilityOfOne { get; internal set; }

    /// <summary>Kelly's fraction of the seat's closed trades; NaN while there are too few.</summary>
    public double KellyFraction { get; internal set; } = double.NaN;

    /// <summary>The worst case of all its lots, in units.</summary>
    internal long Worst => WorstOfOne * Lots;
}
