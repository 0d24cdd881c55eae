using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>A day on which the rules do not hold, with what holds instead.</summary>
internal sealed record SessionException(string Calendar, LocalDate Day, DayHours Hours, string Note);
