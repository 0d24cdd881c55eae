using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace Keel.Domain.Instruments.Symbols;

/// <summary>Tells the dialects apart by their shape: prefix, dots, blank, hyphen, or none of them.</summary>
internal static class SymbolParser
{
    private const string Shapes = "write MES, MESZ25, MES.v.0, MES.FUT, MESZ25-MESH26 or CON.F.US.MES.Z25";

    private static readonly string[] MonthNames =
    [
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "MAY",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "OCT",
        "NOV",
        "DEC",
    ];

    public static bool TryParse(
        string text,
        LocalDate? on,
        [NotNullWhen(true)] out SymbolName? name,
        [NotNullWhen(false)] out string? reason
    )
    {
        var outcome = Read(text, on);
        (name, reason) = (outcome.Name, outcome.Name is null ? outcome.Reason : null);
        return name is not null;
    }

    private static Outcome Read(string text, LocalDate? on)
    {
        if (InstrumentTable.TryFind(text) is { } known)
        {
            return new SymbolName.Root(known);
        }

        if (text.StartsWith(ContractNames.ProjectXContract, StringComparison.Ordinal))
        {
            return ProjectXContract(text);
        }

        if (text.StartsWith(ContractNames.ProjectXSymbol, StringComparison.Ordinal))
        {
            return Product(text[ContractNames.ProjectXSymbol.Length..], of => new SymbolName.Root(of));
        }

        if (text.Contains(' ', StringComparison.Ordinal))
        {
            return RootAndExpiry(text);
        }

        if (text.Contains('.', StringComparison.Ordinal))
        {
            return Series(text);
        }

        if (text.Contains('-', StringComparison.Ordinal))
        {
            return Spread(text, on);
        }

        return Contract(text, on);
    }

    private static Outcome ProjectXContract(string text)
    {
        var parts = text[ContractNames.ProjectXContract.Length..].Split('.');
        return parts.Length == 2 && TryCode(parts[1], out var month, out _) && !month.IsNone
            ? Product(parts[0], of => Listed(of, month))
            : $"'{text}' is no contract id: write CON.F.US.MES.Z25";
    }

    private static Outcome Product(string product, Func<Instrument, Outcome> build) =>
        InstrumentTable.FindProjectX(product) is { } instrument
            ? build(instrument)
            : $"no instrument with the product code '{product}' is known (ES is EP, NQ is ENQ, CL is CLE, MCL is MCLE, GC is GCE)";

    private static Outcome Series(string text)
    {
        var parts = text.Split('.');
        if (!TryFuture(parts[0], out var instrument, out var reason))
        {
            return reason;
        }

        if (parts.Length == 2 && parts[1] == "FUT")
        {
            return new SymbolName.Parent(instrument);
        }

        ContinuousRule? rule =
            parts.Length != 3 ? null
            : parts[1] == "c" ? ContinuousRule.Calendar
            : parts[1] == "v" ? ContinuousRule.Volume
            : parts[1] == "n" ? ContinuousRule.OpenInterest
            : null;
        return
            rule is { } by
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var rank)
            && parts[2].Length <= 2
            ? new SymbolName.Continuous(instrument, by, rank)
            : $"'{text}' is no series: write {instrument}.c.0 (calendar), {instrument}.v.0 (volume), {instrument}.n.0 (open interest) or {instrument}.FUT";
    }

    private static Outcome RootAndExpiry(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is not (2 or 3))
        {
            return $"'{text}' is no symbol: {Shapes}";
        }

        if (!TryFuture(parts[0], out var instrument, out var reason))
        {
            return reason;
        }

        if (parts.Length == 3)
        {
            // The old way of Interactive Brokers for the Dow: YM   DEC 25.
            var named = Array.IndexOf(MonthNames, parts[1]) + 1;
            return named > 0 && TryTwoDigits(parts[2], out var yearOfName)
                ? Listed(instrument, new ContractMonth(2000 + yearOfName, named))
                : $"'{text}' is no symbol: {Shapes}";
        }

        if (parts[1].Length == 5 && parts[1][2] == '-')
        {
            return
                TryTwoDigits(parts[1][..2], out var month) && TryTwoDigits(parts[1][3..], out var year) && month is >= 1 and <= 12
                ? Listed(instrument, new ContractMonth(2000 + year, month))
                : $"'{parts[1]}' is no month and year such as 12-25";
        }

        return ContractNames.TryFromExpiry(instrument, parts[1], out var contract, out reason)
            ? new SymbolName.Contract(contract)
            : reason;
    }

    private static Outcome Spread(string text, LocalDate? on)
    {
        var legs = text.Split('-');
        if (legs.Length != 2)
        {
            return $"'{text}' is no calendar spread of two months";
        }

        var (near, far) = (Contract(legs[0], on), Contract(legs[1], on));
        if (near.Name is not SymbolName.Contract first || far.Name is not SymbolName.Contract second)
        {
            return near.Name is null ? near.Reason! : far.Reason!;
        }

        return first.Instrument == second.Instrument && first.Of.Month < second.Of.Month
            ? new SymbolName.Spread(first.Of, second.Of)
            : $"'{text}' is no calendar spread: it has two months of one root, the nearer first";
    }

    private static Outcome Contract(string text, LocalDate? on)
    {
        var digits = text.Length - text.AsSpan().TrimEnd("0123456789").Length;
        if (digits is not (1 or 2) || text.Length < digits + 2)
        {
            return InstrumentTable.WhyNotFound(text);
        }

        if (!TryCode(text[^(digits + 1)..], out var month, out var letter))
        {
            return InstrumentTable.WhyNotFound(text);
        }

        var root = text[..^(digits + 1)];
        if (!TryFuture(root, out var instrument, out var reason))
        {
            return reason;
        }

        return month.IsNone ? NearestOn(text, instrument, letter, text[^1] - '0', on) : Listed(instrument, month);
    }

    /// <summary>Reads <c>Z25</c>; of <c>Z5</c> only the month of the year is known, and the contract month stays none.</summary>
    private static bool TryCode(string code, out ContractMonth month, out int letter)
    {
        month = default;
        letter = 0;
        if (code.Length is not (2 or 3) || !ContractMonth.TryMonthOf(code[0], out letter))
        {
            return false;
        }

        if (code.Length == 2)
        {
            return char.IsAsciiDigit(code[1]);
        }

        if (!TryTwoDigits(code[1..], out var year))
        {
            return false;
        }

        month = new ContractMonth(2000 + year, letter);
        return true;
    }

    private static Outcome NearestOn(string text, Instrument instrument, int month, int digit, LocalDate? on)
    {
        if (on is not { } date)
        {
            return $"'{text}' names another contract every ten years: give a date, or write two digits of the year";
        }

        for (var year = date.Year; year <= date.Year + 10; year++)
        {
            if (year % 10 != digit || !ContractMonth.Exists(year, month))
            {
                continue;
            }

            var found = Listed(instrument, new ContractMonth(year, month));
            if (found.Name is not SymbolName.Contract contract || contract.Of.LastTradingDay >= date)
            {
                return found;
            }
        }

        return $"'{text}' names no contract from {date:uuuu-MM-dd} on";
    }

    private static Outcome Listed(Instrument instrument, ContractMonth month) =>
        ContractNames.TryListed(instrument, month, out var contract, out var reason) ? new SymbolName.Contract(contract) : reason;

    private static bool TryFuture(
        string root,
        [NotNullWhen(true)] out Instrument? instrument,
        [NotNullWhen(false)] out string? reason
    )
    {
        if (InstrumentTable.TryFind(root, out instrument, out reason) && instrument.Future is null)
        {
            reason = $"{instrument.Key} is no dated future: it has no contract months";
            instrument = null;
        }

        return instrument is not null;
    }

    private static bool TryTwoDigits(string text, out int number)
    {
        number = 0;
        return text.Length == 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>A name, or the reason why there is none.</summary>
    private readonly record struct Outcome(SymbolName? Name, string? Reason)
    {
        public static implicit operator Outcome(SymbolName name) => new(name, null);

        public static implicit operator Outcome(string reason) => new(null, reason);
    }
}
