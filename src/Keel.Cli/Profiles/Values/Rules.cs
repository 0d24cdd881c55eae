using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Keel.Domain;
using Keel.Domain.Instruments.Symbols;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using Keel.Trading.Risk;
using NodaTime;

namespace Keel.Cli.Profiles.Values;

/// <summary>The kinds of value that profiles know.</summary>
internal static class Rules
{
    /// <summary>A name without blanks.</summary>
    public static ValueRule<string> Name(string example) =>
        new ScalarRule<string>("a name without blanks", example, Words.TryName);

    /// <summary>Any text but an empty one.</summary>
    public static ValueRule<string> Text(string example) =>
        new ScalarRule<string>(
            "a text",
            example,
            (string text, [NotNullWhen(true)] out string? value) =>
            {
                value = text;
                return !string.IsNullOrWhiteSpace(text);
            }
        );

    /// <summary>One of these words.</summary>
    public static ValueRule<string> Choice(params string[] words) => Choice(Array.ConvertAll(words, word => (word, word)));

    /// <summary>One of these words, each standing for a value.</summary>
    public static ValueRule<T> Choice<T>(params (string Word, T Value)[] choices)
        where T : notnull =>
        new ScalarRule<T>(
            string.Join(" or ", choices.Select(choice => choice.Word)),
            choices[0].Word,
            (string text, [NotNullWhen(true)] out T? value) =>
            {
                var index = Array.FindIndex(choices, choice => choice.Word == text);
                value = index < 0 ? default : choices[index].Value;
                return index >= 0;
            }
        );

    /// <summary>A whole number within bounds.</summary>
    public static ValueRule<int> Whole(int least, int most) =>
        new ScalarRule<int>(
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
            Between(least, most, 8).ToString(CultureInfo.InvariantCulture),
            (string text, out int value) => Words.TryWhole(text, out value) && value >= least && value <= most
        );

    /// <summary>A decimal number within bounds.</summary>
    public static ValueRule<decimal> Number(decimal least, decimal most) =>
        new ScalarRule<decimal>(
            string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"),
            Between(least, most, 0.5m).ToString(CultureInfo.InvariantCulture),
            (string text, out decimal value) => Words.TryNumber(text, out value) && value >= least && value <= most
        );

    /// <summary>A share within bounds, which are in per cent; the value is a fraction.</summary>
    public static ValueRule<decimal> Share(decimal above, decimal most) =>
        new ScalarRule<decimal>(
            string.Create(CultureInfo.InvariantCulture, $"a share above {above}% up to {most}%"),
            "2%",
            (string text, out decimal value) => Words.TryShare(text, out value) && value * 100 > above && value * 100 <= most
        );

    /// <summary>Dollars, at least so many.</summary>
    public static ValueRule<Money> Amount(decimal least) =>
        new ScalarRule<Money>(
            string.Create(CultureInfo.InvariantCulture, $"an amount in dollars, at least {least}"),
            Math.Max(least, 0.42m).ToString(CultureInfo.InvariantCulture),
            (string text, out Money value) => Words.TryAmount(text, out value) && value.Amount >= least
        );

    /// <summary>An amount, a share, or the larger of several.</summary>
    public static ValueRule<LossLimit> Limit { get; } = new LossLimitRule();

    /// <summary>A length of time with its unit.</summary>
    public static ValueRule<Domain.Span> Duration { get; } =
        new ScalarRule<Domain.Span>("a length of time with its unit (ms, s, m, h, d)", "30m", Words.TryDuration);

    /// <summary>A time of day in New York.</summary>
    public static ValueRule<LocalTime> Time { get; } =
        new ScalarRule<LocalTime>("a time of day in New York", "\"15:45:00\"", Words.TryTime);

    /// <summary>Dates, months or years, both ends included.</summary>
    public static ValueRule<DayRange> Days { get; } =
        new ScalarRule<DayRange>(
            "a period from an earlier to a later date, month or year",
            "2019-05..2022-12",
            DayRange.TryParse
        );

    /// <summary>How long a bar is.</summary>
    public static ValueRule<BarLength> Bars { get; } =
        new ScalarRule<BarLength>("a length of bars (1s, 5m, 4h, 1d)", "5m", BarLength.TryParse);

    /// <summary>What is traded.</summary>
    public static ValueRule<SymbolName> Symbol { get; } = new SymbolRule();

    /// <summary>Where a venue answers.</summary>
    public static ValueRule<Uri> Address { get; } = new AddressRule();

    /// <summary>Whether something is on.</summary>
    public static ValueRule<bool> Switch { get; } =
        new ScalarRule<bool>(
            "on or off",
            "off",
            (string text, out bool value) =>
            {
                value = text is "on" or "true";
                return value || text is "off" or "false";
            }
        );

    private static T Between<T>(T least, T most, T wish)
        where T : IComparable<T> =>
        wish.CompareTo(least) < 0 ? least
        : wish.CompareTo(most) > 0 ? most
        : wish;
}
