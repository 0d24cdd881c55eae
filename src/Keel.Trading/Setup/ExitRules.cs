using Keel.Domain;

namespace Keel.Trading.Setup;

/// <summary>How a position ends when the strategy does not end it. A stop is not a choice: without one there is no position.</summary>
public sealed record ExitRules
{
    /// <summary>How the stop's distance is found.</summary>
    public required StopKind Stop { get; init; }

    /// <summary>Ticks, multiple, share (0.01 is one per cent), dollars a contract or bars, by the kind.</summary>
    public required decimal StopValue { get; init; }

    /// <summary>The nearest stop that is sent, in ticks; a shorter distance becomes this.</summary>
    public int NearestStop { get; init; } = 1;

    /// <summary>How the target's distance is found.</summary>
    public TargetKind Target { get; init; }

    /// <summary>Ticks or multiple, by the kind.</summary>
    public decimal TargetValue { get; init; }

    /// <summary>Bars of the average true range.</summary>
    public int AtrBars { get; init; } = 14;

    /// <summary>How long a position is held at most.</summary>
    public Span? Time { get; init; }

    /// <summary>For how many bars a position is held at most; the bar of the entry is the first.</summary>
    public int? Bars { get; init; }

    /// <summary>The gain in ticks from which the stop follows the best price at its first distance.</summary>
    public int? TrailStart { get; init; }

    /// <summary>The steps in ticks in which it follows.</summary>
    public int TrailStep { get; init; } = 1;

    /// <summary>The gain, as a multiple of the stop's distance, from which the stop lies at the entry.</summary>
    public decimal? Breakeven { get; init; }

    /// <summary>The share of its distance from the price that the stop keeps once entries have ended for the day.</summary>
    public decimal? TightenShare { get; init; }

    /// <summary>The confidence from which a wish for the other side ends a position; null: any.</summary>
    public double? ExitConfidence { get; init; }

    /// <summary>The confidence above which a wish for the other side turns the position round; null: any.</summary>
    public double? ReverseConfidence { get; init; }

    /// <summary>How long nothing is entered after an exit.</summary>
    public Span Cooldown { get; init; }
}
