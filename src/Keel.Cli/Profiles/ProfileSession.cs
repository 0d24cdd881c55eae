using Keel.Cli.Profiles.Values;
using NodaTime;

namespace Keel.Cli.Profiles;

/// <summary>The times of day of a profile in New York; those not given are null.</summary>
internal sealed record ProfileSession(
    LocalTime? Start,
    LocalTime? End,
    LocalTime? NoEntry,
    LocalTime? Flat,
    ProfileCalendar Calendar
);
