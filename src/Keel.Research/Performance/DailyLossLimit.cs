using System.Globalization;

namespace Keel.Research.Performance;

/// <summary>Reads the daily limit as a profile writes it: an amount, a share of capital, or the larger of a list.</summary>
internal static class DailyLossLimit
{
    private static readonly char[] Separators = ['[', ']', ',', ' '];

    /// <summary>The limit in dollars on the first day; null when the text names none.</summary>
    public static decimal? Read(string? text, decimal? capital)
    {
        decimal? limit = null;
        foreach (var part in (text ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Amount(part, capital) is { } amount)
            {
                limit = Math.Max(limit ?? 0, amount);
            }
        }

        return limit;
    }

    private static decimal? Amount(string part, decimal? capital)
    {
        var isShare = part.EndsWith('%');
        if (!decimal.TryParse(part.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        // A share beyond any sense would overflow the product.
        return !isShare ? value
            : value <= 1000 ? capital * value / 100
            : null;
    }
}
