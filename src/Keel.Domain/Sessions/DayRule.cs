using NodaTime;

namespace Keel.Domain.Sessions;

/// <summary>A row of a calendar's table: on such days, between such dates, the day has these hours.</summary>
internal sealed record DayRule(ExchangeDays On, DayHours Hours)
{
    public LocalDate? From { get; init; }

    public LocalDate? Through { get; init; }

    public bool FridaysOnly { get; init; }

    public bool Fits(LocalDate day, ExchangeDays kindOfDay) =>
        On.HasFlag(kindOfDay) && !(day < From) && !(day > Through) && (!FridaysOnly || day.DayOfWeek == IsoDayOfWeek.Friday);
}
