using Keel.Cli.Profiles.Values;
using Keel.Domain;

namespace Keel.Cli.Profiles.Keys;

/// <summary>How a position ends when the strategy does not end it.</summary>
internal static class ExitKeys
{
    public static readonly KeySection Section = new("exits");

    public static readonly ProfileKey<int> StopTicks = Section.May(
        "stop_ticks",
        Rules.Whole(1, 10_000),
        "Stop at this distance from the entry, in ticks."
    );

    public static readonly ProfileKey<decimal> StopAtr = Section.May(
        "stop_atr",
        Rules.Number(0.1m, 50),
        "Stop at this multiple of the average true range."
    );

    public static readonly ProfileKey<decimal> StopPercent = Section.May(
        "stop_percent",
        Rules.Number(0.01m, 50),
        "Stop at this distance in per cent of the entry price."
    );

    public static readonly ProfileKey<Money> StopAmount = Section.May(
        "stop_amount",
        Rules.Amount(0.01m),
        "Stop at this loss in dollars a contract."
    );

    public static readonly ProfileKey<int> StopSwing = Section.May(
        "stop_swing",
        Rules.Whole(2, 1000),
        "Stop behind the swing of the last so many bars."
    );

    public static readonly ProfileKey<int> TargetTicks = Section.May(
        "target_ticks",
        Rules.Whole(1, 10_000),
        "Take profit at this distance from the entry, in ticks."
    );

    public static readonly ProfileKey<decimal> TargetAtr = Section.May(
        "target_atr",
        Rules.Number(0.1m, 100),
        "Take profit at this multiple of the average true range."
    );

    public static readonly ProfileKey<decimal> TargetR = Section.May(
        "target_r",
        Rules.Number(0.1m, 100),
        "Take profit at this multiple of the stop's distance."
    );

    public static readonly ProfileKey<int> AtrBars = Section.May(
        "atr_bars",
        Rules.Whole(2, 500),
        "Over how many bars the average true range is taken.",
        "14"
    );

    public static readonly ProfileKey<Span> Time = Section.May("time", Rules.Duration, "Leave after this time in the position.");

    public static readonly ProfileKey<int> TimeBars = Section.May(
        "time_bars",
        Rules.Whole(1, 100_000),
        "Leave after this many bars in the position."
    );

    public static readonly ProfileKey<int> TrailStart = Section.May(
        "trail_start_ticks",
        Rules.Whole(1, 10_000),
        "Let the stop follow once the position is so many ticks ahead."
    );

    public static readonly ProfileKey<int> TrailStep = Section.May(
        "trail_step_ticks",
        Rules.Whole(1, 10_000),
        "Move a following stop in steps of so many ticks.",
        "1"
    );

    public static readonly ProfileKey<decimal> Breakeven = Section.May(
        "breakeven_r",
        Rules.Number(0.1m, 100),
        "Move the stop to the entry after a gain of this multiple of its distance."
    );

    public static readonly ProfileKey<decimal> TightenShare = Section.May(
        "tighten_share",
        Rules.Share(0, 100),
        "Once entries have ended for the day, keep only this share of the stop's distance from the price."
    );

    public static readonly ProfileKey<decimal> ExitConfidence = Section.May(
        "exit_confidence",
        Rules.Number(0, 1),
        "Leave when the model takes the other side with at least this confidence."
    );

    public static readonly ProfileKey<decimal> ReverseConfidence = Section.May(
        "reverse_confidence",
        Rules.Number(0, 1),
        "Turn the position round above this confidence in the other side."
    );

    public static readonly ProfileKey<Span> Cooldown = Section.May(
        "cooldown",
        Rules.Duration,
        "Wait this long after an exit before the next entry."
    );
}
