using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace Keel.Domain.Instruments.Symbols;

/// <summary>How contracts and their months are written in the dialects of exchanges, brokers and data files.</summary>
public static class ContractNames
{
    internal const string ProjectXContract = "CON.F.US.";
    internal const string ProjectXSymbol = "F.US.";

    /// <summary>The contract as a dialect writes it.</summary>
    public static string Print(FuturesContract contract, SymbolDialect dialect)
    {
        var (root, month) = (contract.Instrument.Symbol, contract.Month);
        return dialect switch
        {
            SymbolDialect.Globex => string.Create(CultureInfo.InvariantCulture, $"{root}{month.Letter}{month.Year % 10}"),
            SymbolDialect.TwoDigitYear => root + month.Code,
            SymbolDialect.ProjectX => $"{ProjectXContract}{contract.Instrument.Future!.ProjectXProduct}.{month.Code}",
            SymbolDialect.NinjaTrader => string.Create(
                CultureInfo.InvariantCulture,
                $"{root} {month.Month:00}-{month.Year % 100:00}"
            ),
            SymbolDialect.YearMonth => $"{root} {YearMonth(month)}",
            SymbolDialect.ExpiryDate => $"{root} {ExpiryDate(contract)}",
        };
    }

    /// <summary>The symbol id of a future at ProjectX: <c>F.US.EP</c>; throws when it is no dated future.</summary>
    public static string ProjectXSymbolId(Instrument instrument) =>
        instrument.Future is { } terms
            ? ProjectXSymbol + terms.ProjectXProduct
            : throw new ArgumentException($"{instrument.Key} is no dated future: ProjectX does not have it");

    /// <summary>Contract month as six digits, <c>202512</c>: LEAN's files, the expiry field of Interactive Brokers.</summary>
    public static string YearMonth(ContractMonth month) =>
        string.Create(CultureInfo.InvariantCulture, $"{month.Year:0000}{month.Month:00}");

    /// <summary>Last trading day as eight digits, <c>20251219</c>: LEAN's files, the expiry field of Interactive Brokers.</summary>
    public static string ExpiryDate(FuturesContract contract)
    {
        var day = contract.LastTradingDay;
        return string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}{day.Month:00}{day.Day:00}");
    }

    /// <summary>Reads six digits such as <c>202512</c>; false when they are anything else.</summary>
    public static bool TryYearMonth(string text, out ContractMonth month)
    {
        month = default;
        if (
            text.Length != 6
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !ContractMonth.Exists(number / 100, number % 100)
        )
        {
            return false;
        }

        month = new ContractMonth(number / 100, number % 100);
        return true;
    }

    /// <summary>
    /// Reads an expiry field, <c>202512</c> (a contract month) or <c>20251219</c> (a last trading day, with or without a time behind it),
    /// as LEAN and Interactive Brokers have it. Otherwise false, and why.
    /// </summary>
    public static bool TryFromExpiry(
        Instrument instrument,
        string text,
        [NotNullWhen(true)] out FuturesContract? contract,
        [NotNullWhen(false)] out string? reason
    )
    {
        contract = null;
        reason = null;
        var end = text.AsSpan().IndexOfAny(' ', '-');
        var digits = end < 0 ? text : text[..end];
        if (TryYearMonth(digits, out var month))
        {
            return TryListed(instrument, month, out contract, out reason);
        }

        if (!TryDate(digits, out var day))
        {
            reason = $"'{text}' is neither a contract month such as 202512 nor a last trading day such as 20251219";
            return false;
        }

        if (instrument.Future is null)
        {
            reason = $"{instrument.Key} is no dated future: it has no contract months";
            return false;
        }

        contract = FuturesContract.ExpiringOn(instrument, day);
        reason = contract is null ? $"no {instrument} contract has its last trading day on {day:uuuu-MM-dd} by rule" : null;
        return contract is not null;
    }

    internal static bool TryListed(
        Instrument instrument,
        ContractMonth month,
        [NotNullWhen(true)] out FuturesContract? contract,
        [NotNullWhen(false)] out string? reason
    )
    {
        contract = null;
        reason =
            instrument.Future is not { } terms ? $"{instrument.Key} is no dated future: it has no contract months"
            : !terms.Months.Contains(month.Month) ? $"{instrument} has no contract of {month}: its months are {terms.Months}"
            : null;
        if (reason is not null)
        {
            return false;
        }

        contract = new FuturesContract(instrument, month);
        return true;
    }

    private static bool TryDate(string text, out LocalDate date)
    {
        date = default;
        if (
            text.Length != 8
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !ContractMonth.Exists(number / 10_000, number / 100 % 100)
        )
        {
            return false;
        }

        var (year, month, day) = (number / 10_000, number / 100 % 100, number % 100);
        var exists = day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        date = exists ? new LocalDate(year, month, day) : default;
        return exists;
    }
}
