namespace Keel.Research.Reference;

/// <summary>The settings of a reference job, by default those of job 1; distances in ticks, money in cents, times as seconds of New York's day.</summary>
public sealed record ReferenceParameters
{
    /// <summary>What a tick of one contract is worth.</summary>
    public const int CentsPerTick = 125;

    /// <summary>Bars of the fast average.</summary>
    public int Fast { get; init; } = 9;

    /// <summary>Bars of the slow average, more than of the fast one.</summary>
    public int Slow { get; init; } = 21;

    /// <summary>From the entry fill to the stop.</summary>
    public int Stop { get; init; } = 8;

    /// <summary>From the entry fill to the target.</summary>
    public int Target { get; init; } = 12;

    /// <summary>What an order that takes whatever price there is pays more.</summary>
    public int Slip { get; init; } = 1;

    /// <summary>Commission of a side.</summary>
    public int FeeCents { get; init; } = 42;

    /// <summary>From here on no entry is decided.</summary>
    public int NoEntry { get; init; } = 57_300;

    /// <summary>From here on no position is held.</summary>
    public int Flat { get; init; } = 57_599;

    /// <summary>The risk rules; null is job 1, which has none.</summary>
    public ReferenceRisk? Risk { get; init; }

    /// <summary>What one trade loses at its stop, slippage and commission included.</summary>
    public int WorstCents => (CentsPerTick * (Stop + Slip)) + (2 * FeeCents);

    /// <summary>The set called <c>default</c>, <c>tight</c>, <c>wide</c>, <c>free</c>, <c>late</c>, <c>early</c>, <c>risk</c>, <c>risk-150</c> or <c>risk-too-wide</c>.</summary>
    public static ReferenceParameters Named(string name) =>
        name switch
        {
            "default" => new ReferenceParameters(),
            "tight" => new ReferenceParameters { Stop = 4, Target = 4 },
            "wide" => new ReferenceParameters
            {
                Stop = 24,
                Target = 16,
                Slip = 2,
            },
            "free" => new ReferenceParameters { Slip = 0, FeeCents = 0 },
            "late" => new ReferenceParameters { NoEntry = 57_590 },
            "early" => new ReferenceParameters
            {
                Fast = 5,
                Slow = 34,
                Stop = 16,
                Target = 24,
                NoEntry = 54_000,
                Flat = 55_800,
            },
            "risk" => new ReferenceParameters { Risk = new ReferenceRisk() },
            "risk-150" => new ReferenceParameters
            {
                Stop = 6,
                Target = 18,
                Risk = new ReferenceRisk { DayLimitCents = 15_000 },
            },
            "risk-too-wide" => new ReferenceParameters { Stop = 20, Risk = new ReferenceRisk() },
            _ => throw new ArgumentException($"no reference set is called '{name}'", nameof(name)),
        };
}
