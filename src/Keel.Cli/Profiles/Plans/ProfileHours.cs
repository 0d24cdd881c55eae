using Keel.Cli.Profiles.Values;
using Keel.Data.Hours;
using Keel.Domain.Instruments;
using Keel.Domain.Sessions;

namespace Keel.Cli.Profiles.Plans;

/// <summary>Which part of which day a profile looks at.</summary>
/// <param name="Hours">The hours by which sessions are told apart and bars are counted.</param>
/// <param name="Choice">Which bars of a day count.</param>
internal sealed record ProfileHours(ITradingHours Hours, HoursChoice Choice)
{
    /// <summary>Whether only regular hours come.</summary>
    public bool IsRegularOnly => Choice is HoursChoice.Rth or HoursChoice.Clock;

    /// <summary>
    /// Whether bars of all hours are read although the strategy sees only its own: a position that is still open when regular hours end has to
    /// meet the prices that come then.
    /// </summary>
    public bool LooksAtAll => Choice == HoursChoice.Rth;

    /// <summary>Which bars are read.</summary>
    public HoursChoice Read => LooksAtAll ? HoursChoice.All : Choice;

    /// <summary>The hours of a profile.</summary>
    public static ProfileHours Of(Profile profile) => new(HoursOf(profile, profile.Instrument.Instrument), ChoiceOf(profile));

    private static HoursChoice ChoiceOf(Profile profile) =>
        profile.Hours switch
        {
            MarketHours.All => HoursChoice.All,
            MarketHours.Regular => profile.Session.Calendar == ProfileCalendar.None ? HoursChoice.Clock : HoursChoice.Rth,
            MarketHours.Extended => HoursChoice.Eth,
        };

    private static ITradingHours HoursOf(Profile profile, Instrument instrument)
    {
        var session = profile.Session;
        var calendar = instrument.Calendar is { } name ? TradingCalendar.Find(name) : null;
        if (session.Calendar == ProfileCalendar.None || calendar is null)
        {
            // Without holidays the instrument's own clock times still count: crude's regular hours are not those of shares.
            return session is { Start: { } opens, End: { } closes } ? ClockHours.WithRegularHours(opens, closes)
                : calendar is not null ? ClockHours.WithRegularHoursOf(calendar)
                : ClockHours.NewYork;
        }

        return session is { Start: { } from, End: { } to } ? calendar.WithRegularHours(from, to, TradingZones.NewYork) : calendar;
    }
}
