namespace Keel.Data.Synthetic;

/// <summary>All that one trading day hands to the next: a day can be made alone from the state before it.</summary>
internal struct MarketState
{
    /// <summary>The efficient price, in ticks and fractions.</summary>
    public double Price;

    /// <summary>The log-volatility of the day.</summary>
    public double DayLevel;

    /// <summary>The log-volatility of hours.</summary>
    public double Slow;

    /// <summary>The log-volatility of tens of minutes.</summary>
    public double Medium;

    /// <summary>The log-volatility of a minute or two.</summary>
    public double Fast;

    /// <summary>What is left of the unrest after jumps, in log-volatility.</summary>
    public double Unrest;

    /// <summary>How far log volume is from what volatility explains.</summary>
    public double Activity;

    /// <summary>Who trades the larger lots: above zero buyers, below sellers; standard deviation 1.</summary>
    public double Pressure;

    /// <summary>The trend of the momentum model, standard deviation 1.</summary>
    public double Trend;

    /// <summary>The price to which the reversion model is pulled.</summary>
    public double Anchor;

    /// <summary>Whether the last trade was a purchase.</summary>
    public bool LastWasBuy;

    /// <summary>What can be seen of the flow by those who look.</summary>
    public FlowGauge Flow;

    /// <summary>When the last session closed, in nanoseconds; 0 before the first.</summary>
    public long LastClose;
}
