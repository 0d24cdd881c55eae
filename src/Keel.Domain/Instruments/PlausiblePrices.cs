using Keel.Domain.Facts;

namespace Keel.Domain.Instruments;

/// <summary>Between which prices a market may be believed to trade. Data outside are another market's, or in other units.</summary>
public sealed record PlausiblePrices
{
    private static readonly Lazy<Dictionary<string, PlausiblePrices>> All = new(() =>
        FactTable.Embedded("instruments/plausible-prices.csv").Rows.ToDictionary(row => row.Text("symbol"), Read)
    );

    private PlausiblePrices(decimal low, decimal high) => (Low, High) = (low, high);

    /// <summary>The lowest believable price, in points.</summary>
    public decimal Low { get; }

    /// <summary>The highest believable price, in points.</summary>
    public decimal High { get; }

    /// <summary>What is believable for an instrument; null where nothing is known.</summary>
    public static PlausiblePrices? Of(Instrument instrument) => All.Value.GetValueOrDefault(instrument.Symbol);

    private static PlausiblePrices Read(FactRow row)
    {
        var (low, high) = (row.Number("low"), row.Number("high"));
        return low < high ? new PlausiblePrices(low, high) : throw row.Wrong("the lowest price is not below the highest");
    }
}
