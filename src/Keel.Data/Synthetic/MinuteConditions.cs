namespace Keel.Data.Synthetic;

/// <summary>The weather of one minute: how far a second moves, how likely it trades, how many trades and lots it has.</summary>
internal readonly struct MinuteConditions
{
    private const double QuietestSecond = 0.07;
    private const double NoonReadiness = 0.69;

    public MinuteConditions(double minuteTicks, double lotsPerMinute, double relativeVolume, double wideness, double driftTicks)
    {
        SecondTicks = minuteTicks * 0.12909944487358055; // 1/√60
        DriftTicks = driftTicks / 60;
        var traded = Math.Max(QuietestSecond, 1 - Portable.Exp(-NoonReadiness * Math.Sqrt(relativeVolume)));
        TradedBelow = (uint)(traded * uint.MaxValue);
        var lotsPerTradedSecond = Math.Max(1, lotsPerMinute / 60 / traded);
        var trades = Math.Sqrt(lotsPerTradedSecond);
        MoreTrades = Math.Max(0.2, trades - 0.5);
        MoreLots = Math.Max(0.2, (lotsPerTradedSecond / trades) - 0.5);
        WideBelow = (uint)(Math.Clamp(wideness, 0.002, 0.05) * 65536);
    }

    /// <summary>The standard deviation of one second of the efficient price, in ticks.</summary>
    public double SecondTicks { get; }

    /// <summary>What the efficient price is expected to move each second, in ticks.</summary>
    public double DriftTicks { get; }

    /// <summary>A second trades when its 32 random bits are below this.</summary>
    public uint TradedBelow { get; }

    /// <summary>The mean of what is added to one trade.</summary>
    public double MoreTrades { get; }

    /// <summary>The mean of what is added to one lot.</summary>
    public double MoreLots { get; }

    /// <summary>The spread is two ticks when a second's sixteen random bits are below this.</summary>
    public uint WideBelow { get; }
}
