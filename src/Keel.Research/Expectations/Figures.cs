namespace Keel.Research.Expectations;

/// <summary>How figures are written inside sentences.</summary>
internal static class Figures
{
    /// <summary>An amount such as <c>$13.34</c> or <c>-$0.84</c>.</summary>
    public static string Dollars(decimal amount) => Amount(amount, "USD");

    /// <summary>An amount with its currency: <c>-$0.84</c>, <c>12.50 USDT</c>.</summary>
    public static string Amount(decimal amount, string currency)
    {
        var rounded = Math.Round(amount, 2, MidpointRounding.AwayFromZero);
        var sign = rounded < 0 ? "-" : "";
        return currency == "USD" ? $"{sign}${Math.Abs(rounded):N2}" : $"{rounded:N2} {currency}";
    }

    /// <summary>A fraction as a percentage with one decimal.</summary>
    public static string Percent(decimal fraction) => $"{fraction * 100:F1} %";

    /// <summary>A fraction as a percentage with one decimal.</summary>
    public static string Percent(double fraction) => $"{fraction * 100:F1} %";

    /// <summary>A count and its noun: <c>1 trade</c>, <c>1,204 trades</c>.</summary>
    public static string Count(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count:N0} {noun}s";
}
