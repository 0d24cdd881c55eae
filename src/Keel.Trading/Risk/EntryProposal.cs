using Keel.Trading.Orders;

namespace Keel.Trading.Risk;

/// <summary>An entry on its way through the controls. One object serves all, so that a review allocates nothing.</summary>
public sealed class EntryProposal
{
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
}
