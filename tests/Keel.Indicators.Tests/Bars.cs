using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Indicators.Tests;

/// <summary>Bars written down in ticks.</summary>
internal static class Bars
{
    private static readonly Timestamp Time = Timestamp.FromUnixSeconds(1_700_000_000);

    /// <summary>A bar that opens where it closes.</summary>
    public static Bar Of(long high, long low, long close, long volume = 1) =>
        new(Time, new Price(close), new Price(high), new Price(low), new Price(close), new Quantity(volume));

    /// <summary>Bars around these closes, some wide, some of one price.</summary>
    public static Bar[] Around(IReadOnlyList<double> closes) =>
        [.. closes.Select((close, index) => Of((long)close + (index % 4), (long)close - (index % 3), (long)close, index % 5))];
}
