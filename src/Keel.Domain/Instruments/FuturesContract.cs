using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Domain.Instruments;

/// <summary>One month of a future: MES December 2025. Its dates follow the exchange's rules; live, the venue's own date wins.</summary>
public sealed record FuturesContract : IComparable<FuturesContract>
{
    /// <summary>The contract; throws when the instrument is no dated future or does not list the month.</summary>
    public FuturesContract(Instrument instrument, ContractMonth month)
    {
        var terms = TermsOf(instrument);
        if (month.IsNone || !terms.Months.Contains(month.Month))
        {
            throw new ArgumentException($"{instrument} has no contract of {month}: its months are {terms.Months}");
        }

        (Instrument, Month) = (instrument, month);
    }

    /// <summary>The contract; throws when the instrument does not list the month.</summary>
    public FuturesContract(Instrument instrument, int year, int month)
        : this(instrument, new ContractMonth(year, month)) { }

    /// <summary>What it is a month of.</summary>
    public Instrument Instrument { get; }

    /// <summary>The month that names it.</summary>
    public ContractMonth Month { get; }

    /// <summary>The last day on which it trades, by rule.</summary>
    public LocalDate LastTradingDay => BusinessDays.LastTradingDay(Terms.LastDay, Month);

    /// <summary>When trading in it ends, by rule.</summary>
    public Timestamp LastTradeAt =>
        Timestamp.FromInstant((LastTradingDay + Terms.LastTimeInNewYork).InZoneStrictly(TradingZones.NewYork).ToInstant());

    /// <summary>The rule by which it is rolled.</summary>
    public RollRule RollRule => RollTable.For(this);

    /// <summary>The first trading day on which the next contract leads, by the calendar rule of the time.</summary>
    public LocalDate RollDate => RollRule.DateFor(this);

    /// <summary>The following listed month.</summary>
    public FuturesContract Next => Step(Terms.Months, 1);

    /// <summary>The listed month before.</summary>
    public FuturesContract Previous => Step(Terms.Months, -1);

    private FutureTerms Terms => TermsOf(Instrument);

    /// <summary>The contract that leads on a trading day by the calendar rule: the earliest month with volume whose roll date is still to come.</summary>
    public static FuturesContract Front(Instrument instrument, LocalDate on) =>
        FirstWith(instrument, on, TermsOf(instrument).LeadMonths, contract => contract.RollDate > on);

    /// <summary>The listed contract that expires next, on the day itself still this one.</summary>
    public static FuturesContract Nearest(Instrument instrument, LocalDate on) =>
        FirstWith(instrument, on, TermsOf(instrument).Months, contract => contract.LastTradingDay >= on);

    /// <summary>The contract whose last trading day by rule is this date; null when there is none.</summary>
    public static FuturesContract? ExpiringOn(Instrument instrument, LocalDate date)
    {
        // Crude ends in the month before the one that names it, everything else within its own.
        for (var later = 0; later <= 1; later++)
        {
            var month = date.PlusMonths(later);
            if (ContractMonth.Exists(month.Year, month.Month) && TermsOf(instrument).Months.Contains(month.Month))
            {
                var contract = new FuturesContract(instrument, month.Year, month.Month);
                if (contract.LastTradingDay == date)
                {
                    return contract;
                }
            }
        }

        return null;
    }

    /// <summary>By month, the roots in the order of the alphabet.</summary>
    public int CompareTo(FuturesContract? other) =>
        other is null ? 1
        : Month != other.Month ? Month.CompareTo(other.Month)
        : string.CompareOrdinal(Instrument.Key, other.Instrument.Key);

    /// <summary>Whether the left contract comes first.</summary>
    public static bool operator <(FuturesContract left, FuturesContract right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left contract comes last.</summary>
    public static bool operator >(FuturesContract left, FuturesContract right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left contract does not come last.</summary>
    public static bool operator <=(FuturesContract left, FuturesContract right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left contract does not come first.</summary>
    public static bool operator >=(FuturesContract left, FuturesContract right) => left.CompareTo(right) >= 0;

    /// <summary>Root, letter and two digits of the year: <c>MESZ25</c>.</summary>
    public override string ToString() => Instrument.Symbol + Month.Code;

    private static FutureTerms TermsOf(Instrument instrument) =>
        instrument.Future ?? throw new ArgumentException($"{instrument} is no dated future: it has no contract months");

    private static FuturesContract FirstWith(
        Instrument instrument,
        LocalDate on,
        MonthSet months,
        Func<FuturesContract, bool> fits
    )
    {
        // A contract can lead at most a year and a few months before its own month.
        var month = new ContractMonth(on.Year, on.Month);
        for (var later = 0; later <= 15; later++, month = month.Plus(1))
        {
            if (months.Contains(month.Month))
            {
                var contract = new FuturesContract(instrument, month);
                if (fits(contract))
                {
                    return contract;
                }
            }
        }

        throw new System.Diagnostics.UnreachableException($"no month of {instrument} leads on {on}");
    }

    private FuturesContract Step(MonthSet months, int by)
    {
        var month = Month.Plus(by);
        while (!months.Contains(month.Month))
        {
            month = month.Plus(by);
        }

        return new FuturesContract(Instrument, month);
    }
}
