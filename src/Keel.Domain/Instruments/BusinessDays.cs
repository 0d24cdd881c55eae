using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Domain.Instruments;

/// <summary>Counting in business days, as the exchange's contract rules do: a holiday with a midday halt does not count.</summary>
internal static class BusinessDays
{
    /// <summary>The day so many business days before (negative) or after a date, the date itself not counted.</summary>
    public static LocalDate Count(LocalDate from, int days)
    {
        var step = Math.Sign(days);
        var date = from;
        for (var left = Math.Abs(days); left > 0; )
        {
            date = date.PlusDays(step);
            if (ExchangeHolidays.IsBusinessDay(date))
            {
                left--;
            }
        }

        return date;
    }

    /// <summary>The date, or the business day before it when it is none.</summary>
    public static LocalDate OnOrBefore(LocalDate date) => ExchangeHolidays.IsBusinessDay(date) ? date : Count(date, -1);

    /// <summary>The last business day of a month.</summary>
    public static LocalDate LastOf(ContractMonth month) => Count(new LocalDate(month.Year, month.Month, 1).PlusMonths(1), -1);

    /// <summary>The third Friday of a month, holiday or not.</summary>
    public static LocalDate ThirdFridayOf(ContractMonth month) =>
        new LocalDate(month.Year, month.Month, 14).Next(IsoDayOfWeek.Friday);

    /// <summary>The last trading day of a contract month by rule.</summary>
    public static LocalDate LastTradingDay(ExpiryRule rule, ContractMonth month) =>
        rule switch
        {
            ExpiryRule.ThirdFriday => OnOrBefore(ThirdFridayOf(month)),
            ExpiryRule.Crude => Crude(month),
            ExpiryRule.DayBeforeCrude => Count(Crude(month), -1),
            ExpiryRule.ThirdLastBusinessDay => Count(LastOf(month), -2),
        };

    private static LocalDate Crude(ContractMonth month)
    {
        var twentyFifth = new LocalDate(month.Year, month.Month, 25).PlusMonths(-1);
        return Count(twentyFifth, ExchangeHolidays.IsBusinessDay(twentyFifth) ? -3 : -4);
    }
}
