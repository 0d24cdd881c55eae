using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Keel.Domain;
using NodaTime;
using NodaTime.Text;

namespace Keel.Cli.Profiles.Values;

/// <summary>How single values of a profile are spelled.</summary>
internal static class Words
{
    private static readonly LocalTimePattern Seconds = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A whole number without sign, group marks or blanks.</summary>
    public static bool TryWhole(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>A decimal number with a point.</summary>
    public static bool TryNumber(string text, out decimal value) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out value
        );

    /// <summary>Dollars: a decimal number of at most eight decimals, below ten billion either way.</summary>
    public static bool TryAmount(string text, out Money value)
    {
        value = default;
        if (!TryNumber(text, out var amount) || Math.Abs(amount) >= 10_000_000_000 || decimal.Round(amount, 8) != amount)
        {
            return false;
        }

        value = Money.From(amount);
        return true;
    }

    /// <summary>A share in per cent: <c>5%</c> is 0.05.</summary>
    public static bool TryShare(string text, out decimal value)
    {
        value = 0;
        if (!text.EndsWith('%') || !TryNumber(text[..^1].TrimEnd(), out var percent) || Math.Abs(percent) > 1_000_000)
        {
            return false;
        }

        value = percent / 100;
        return true;
    }

    /// <summary>A length of time above zero, at most thirty days: <c>900s</c>, <c>30m</c>, <c>2h</c>, <c>1d</c>.</summary>
    public static bool TryDuration(string text, out Domain.Span value)
    {
        value = default;
        if (text.EndsWith("ms", StringComparison.Ordinal))
        {
            var isWhole = TryWhole(text[..^2], out var thousandths) && thousandths is >= 1 and <= 86_400_000;
            value = isWhole ? new Domain.Span(thousandths * 1_000_000L) : default;
            return isWhole;
        }

        var unit =
            text.Length < 2
                ? 0
                : text[^1] switch
                {
                    's' => 1,
                    'm' => 60,
                    'h' => 3600,
                    'd' => 86_400,
                    _ => 0,
                };
        if (unit == 0 || !TryWhole(text[..^1], out var count) || count < 1 || (long)count * unit > 30 * 86_400)
        {
            return false;
        }

        value = Domain.Span.FromSeconds((long)count * unit);
        return true;
    }

    /// <summary>A time of day: <c>15:45:00</c> or <c>15:45</c>.</summary>
    public static bool TryTime(string text, out LocalTime value)
    {
        var parsed = text.Length == 5 ? Minutes.Parse(text) : Seconds.Parse(text);
        value = parsed.Success ? parsed.Value : default;
        return parsed.Success;
    }

    /// <summary>A name of letters, digits, dots, underscores and hyphens that begins with a letter or digit.</summary>
    public static bool TryName(string text, [NotNullWhen(true)] out string? value)
    {
        value = text;
        return text.Length is > 0 and <= 80
            && char.IsAsciiLetterOrDigit(text[0])
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');
    }
}
