using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;

namespace Keel.Domain.Instruments.Symbols;

/// <summary>What a symbol names: an instrument, one contract, a continuous series, all contracts of a root, or a calendar spread.</summary>
public abstract record SymbolName
{
    private SymbolName() { }

    /// <summary>The instrument that it is about.</summary>
    public abstract Instrument Instrument { get; }

    /// <summary>Reads a symbol in any known dialect; one with a one-digit year needs the date on which it was in use. Otherwise false, and why.</summary>
    public static bool TryParse(
        string text,
        LocalDate? on,
        [NotNullWhen(true)] out SymbolName? name,
        [NotNullWhen(false)] out string? reason
    ) => SymbolParser.TryParse(text, on, out name, out reason);

    /// <summary>Reads a symbol in any known dialect; throws with the reason when it cannot be read.</summary>
    public static SymbolName Parse(string text, LocalDate? on = null) =>
        TryParse(text, on, out var name, out var reason) ? name : throw new FormatException(reason);

    /// <summary>Whether a name, of whatever instrument, has the shape of a spread or another combination: such rows never belong among outright prices.</summary>
    public static bool LooksLikeSpread(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal))
        {
            // A combination is written ROOT:XX followed by months; a perpetual's venue ends at the colon without a blank.
            return text.Contains(' ', StringComparison.Ordinal);
        }

        var parts = text.Split('-');
        return parts.Length >= 2 && Array.TrueForAll(parts, HasContractShape);
    }

    /// <summary>An instrument as such: <c>MES</c>, <c>Binance:BTCUSDT</c>.</summary>
    public sealed record Root(Instrument Of) : SymbolName
    {
        /// <inheritdoc />
        public override Instrument Instrument => Of;

        /// <summary>The root of a future, the full key of anything else.</summary>
        public override string ToString() => Of.Future is null ? Of.Key : Of.Symbol;
    }

    /// <summary>One contract month: <c>MESZ25</c>.</summary>
    public sealed record Contract(FuturesContract Of) : SymbolName
    {
        /// <inheritdoc />
        public override Instrument Instrument => Of.Instrument;

        /// <summary>With two digits of the year: <c>MESZ25</c>.</summary>
        public override string ToString() => Of.ToString();
    }

    /// <summary>A series that changes from contract to contract: <c>MES.v.0</c>.</summary>
    public sealed record Continuous : SymbolName
    {
        /// <summary>The series; throws when the instrument is no dated future or the rank is negative.</summary>
        public Continuous(Instrument of, ContinuousRule rule, int rank)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(rank);
            (Instrument, Rule, Rank) = (DatedFuture(of), rule, rank);
        }

        /// <inheritdoc />
        public override Instrument Instrument { get; }

        /// <summary>By what the contract is chosen.</summary>
        public ContinuousRule Rule { get; }

        /// <summary>Which in the order of the rule; 0 is the front.</summary>
        public int Rank { get; }

        /// <summary>As Databento writes it: <c>MES.v.0</c>.</summary>
        public override string ToString()
        {
            var letter = Rule switch
            {
                ContinuousRule.Calendar => 'c',
                ContinuousRule.Volume => 'v',
                ContinuousRule.OpenInterest => 'n',
            };
            return string.Create(CultureInfo.InvariantCulture, $"{Instrument.Symbol}.{letter}.{Rank}");
        }
    }

    /// <summary>All contracts of a root, and the spreads between them: <c>MES.FUT</c>.</summary>
    public sealed record Parent : SymbolName
    {
        /// <summary>All contracts; throws when the instrument is no dated future.</summary>
        public Parent(Instrument of) => Instrument = DatedFuture(of);

        /// <inheritdoc />
        public override Instrument Instrument { get; }

        /// <summary>As Databento writes it: <c>MES.FUT</c>.</summary>
        public override string ToString() => Instrument.Symbol + ".FUT";
    }

    /// <summary>The difference between two months of one instrument: <c>MESZ25-MESH26</c>.</summary>
    public sealed record Spread : SymbolName
    {
        /// <summary>The spread; throws unless both are months of one instrument, the nearer first.</summary>
        public Spread(FuturesContract near, FuturesContract far)
        {
            if (near.Instrument != far.Instrument || near.Month >= far.Month)
            {
                throw new ArgumentException(
                    $"{near}-{far} is no calendar spread: it has two months of one root, the nearer first"
                );
            }

            (Near, Far) = (near, far);
        }

        /// <summary>The month that ends first.</summary>
        public FuturesContract Near { get; }

        /// <summary>The month that ends last.</summary>
        public FuturesContract Far { get; }

        /// <inheritdoc />
        public override Instrument Instrument => Near.Instrument;

        /// <summary>With two digits of each year.</summary>
        public override string ToString() => $"{Near}-{Far}";

        /// <summary>As the exchange and Databento write it: <c>MESZ5-MESH6</c>.</summary>
        public string InGlobex() =>
            $"{ContractNames.Print(Near, SymbolDialect.Globex)}-{ContractNames.Print(Far, SymbolDialect.Globex)}";
    }

    private static Instrument DatedFuture(Instrument instrument) =>
        instrument.Future is not null
            ? instrument
            : throw new ArgumentException($"{instrument.Key} is no dated future: it has no contract months");

    private static bool HasContractShape(string part)
    {
        var digits = part.Length - part.AsSpan().TrimEnd("0123456789").Length;
        return digits is 1 or 2 && part.Length - digits >= 2 && ContractMonth.TryMonthOf(part[part.Length - digits - 1], out _);
    }
}
