using System.Collections.Concurrent;
using Keel.Domain;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Trading.Days;

/// <summary>The plans of all days under one set of rules, made when first asked for and kept; for any thread, and for many runs over the same days.</summary>
public abstract class DayPlans
{
    /// <summary>The day from which trading days are counted.</summary>
    protected static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly ConcurrentDictionary<int, DayPlan> kept = new();

    private protected DayPlans(DayRules rules) => Rules = rules;

    /// <summary>What the profile says about the end of its day.</summary>
    public DayRules Rules { get; }

    /// <summary>Days with the exchange's holidays and closes (<c>calendar: exchange</c>).</summary>
    public static DayPlans On(TradingCalendar calendar, DayRules rules) => new CalendarDayPlans(calendar, rules);

    /// <summary>Days by New York's clock alone (<c>calendar: none</c>): only the profile's own times count, on every date.</summary>
    public static DayPlans ByClock(ClockHours clock, DayRules rules) => new ClockDayPlans(clock, rules);

    /// <summary>The plan that an instant belongs to; between sessions the one of the last session.</summary>
    public abstract DayPlan At(Timestamp instant);

    /// <summary>The kept plan of a day, made by the first who asks; making it twice gives the same.</summary>
    private protected DayPlan Kept<T>(int key, T maker, Func<T, DayPlan> make) =>
        kept.TryGetValue(key, out var plan) ? plan : kept.GetOrAdd(key, make(maker));
}
