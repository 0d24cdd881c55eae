using Keel.Cli.Profiles.Values;
using Keel.Domain;
using NodaTime;

namespace Keel.Cli.Profiles.Keys;

/// <summary>The times of day, in New York, between which a profile trades.</summary>
internal static class SessionKeys
{
    public static readonly KeySection Section = new("session");

    public static readonly ProfileKey<LocalTime> Start = Section.May(
        "start",
        Rules.Time,
        "When the profile's regular hours begin; without it the instrument's."
    );

    public static readonly ProfileKey<LocalTime> End = Section.May(
        "end",
        Rules.Time,
        "When the profile's regular hours end; without it the instrument's."
    );

    public static readonly ProfileKey<LocalTime> NoEntry = Section.May(
        "no_entry",
        Rules.Time,
        "From this time on nothing is entered; moves with flat when the exchange or venue closes earlier."
    );

    public static readonly ProfileKey<LocalTime> Flat = Section.May(
        "flat",
        Rules.Time,
        "At this time every position is closed at the market; clamped by the exchange's and the venue's own times."
    );

    public static readonly ProfileKey<IReadOnlyList<Step<Span, string>>> Ladder = Section.May(
        "ladder",
        new LadderRule<Span, string>(
            Rules.Duration,
            Rules.Choice("half_size", "no_entry", "exit_passive", "exit_market"),
            "{ 30m: half_size, 15m: no_entry, 5m: exit_passive, 3m: exit_market }"
        ),
        "Steps before flat-by instead of no_entry; flat stays the profile's own flat-by."
    );

    public static readonly ProfileKey<bool> Overnight = Section.May(
        "overnight",
        Rules.Switch,
        "Whether positions may stay over the exchange's close; a venue's flat time holds all the same.",
        "off"
    );

    public static readonly ProfileKey<ProfileCalendar> Calendar = Section.May(
        "calendar",
        Rules.Choice(("exchange", ProfileCalendar.Exchange), ("none", ProfileCalendar.None)),
        "Whose holidays and closes count; none is for reference jobs and loopback venues, never for live.",
        "exchange"
    );
}
