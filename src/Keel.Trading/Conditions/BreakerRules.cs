namespace Keel.Trading.Conditions;

/// <summary>Which breakers there are (R5); one that is null does not exist.</summary>
public sealed record BreakerRules
{
    /// <summary>When the market moves far more than it does at this hour.</summary>
    public VolatilityRules? Volatility { get; init; }

    /// <summary>When it trades far less than it does at this hour.</summary>
    public VolumeRules? Volume { get; init; }

    /// <summary>When bid and offer lie too far apart; only where there are quotes.</summary>
    public SpreadRules? Spread { get; init; }

    /// <summary>Over how many days a minute's normal is taken.</summary>
    public int Days { get; init; } = 20;

    /// <summary>On how many earlier days a minute must have been seen before its normal counts as known; until then nothing is entered.</summary>
    public int LeastDays { get; init; } = 20;

    /// <summary>Over how many minutes the average range is taken.</summary>
    public int RangeMinutes { get; init; } = 14;
}
