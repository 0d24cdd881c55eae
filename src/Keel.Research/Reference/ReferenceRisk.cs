namespace Keel.Research.Reference;

/// <summary>The risk rules of reference job 2; limits in cents, pauses in seconds.</summary>
public sealed record ReferenceRisk
{
    /// <summary>At this loss the day is over.</summary>
    public int DayLimitCents { get; init; } = 5_000;

    /// <summary>A trade that may lose more is not entered.</summary>
    public int TradeLimitCents { get; init; } = 2_500;

    /// <summary>So many losses in a row bring the short pause.</summary>
    public int ShortStreak { get; init; } = 3;

    /// <summary>How long the short pause is, from the exit on.</summary>
    public int ShortPause { get; init; } = 900;

    /// <summary>So many losses in a row, or more, bring the long pause.</summary>
    public int LongStreak { get; init; } = 5;

    /// <summary>How long the long pause is, from the exit on.</summary>
    public int LongPause { get; init; } = 1_800;
}
