using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Splits;

/// <summary>
/// Train, validation and test, one after the other in time. They are cut between trading days, at closes of the market, so that no bar is in
/// two parts: Sunday evening goes with Monday.
/// </summary>
public sealed class DataSplits
{
    private readonly SortedList<DataPart, DayRange> parts = [];

    /// <summary>Parts by their trading days; a part left out is null. Throws where they overlap or stand in another order.</summary>
    public DataSplits(DayRange? train, DayRange? validation, DayRange? test)
    {
        Add(DataPart.Train, train);
        Add(DataPart.Validation, validation);
        Add(DataPart.Test, test);
        for (var i = 1; i < parts.Count; i++)
        {
            if (parts.Values[i].First <= parts.Values[i - 1].Last)
            {
                throw new DataException(
                    "the parts of the data overlap",
                    $"{parts.Keys[i].ToString().ToLowerInvariant()} ({parts.Values[i]}) does not begin after {parts.Keys[i - 1].ToString().ToLowerInvariant()} ({parts.Values[i - 1]}) ends",
                    "let train end before validation begins, and validation before test"
                );
            }
        }
    }

    /// <summary>The trading days of a part; null when it was left out.</summary>
    public DayRange? DaysOf(DataPart part) => parts.TryGetValue(part, out var days) ? days : null;

    /// <summary>The part that a trading day belongs to; null when it belongs to none.</summary>
    public DataPart? PartOf(LocalDate day)
    {
        foreach (var (part, days) in parts)
        {
            if (days.Contains(day))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>From the first open of a part to its last close; null when the part was left out or nothing trades in it.</summary>
    public TimeRange? BoundsOf(DataPart part, TradingCalendar calendar)
    {
        if (DaysOf(part) is not { } days)
        {
            return null;
        }

        var open = calendar.Sessions(days.First, days.Last.PlusDays(1)).Where(session => session.Hours is not null).ToList();
        return open.Count == 0 ? null : new TimeRange(open[0].Hours!.Start, open[^1].Hours!.End);
    }

    private void Add(DataPart part, DayRange? days)
    {
        if (days is { } given)
        {
            parts.Add(part, given);
        }
    }
}
