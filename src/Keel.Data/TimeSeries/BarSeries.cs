using Keel.Domain.Markets;

namespace Keel.Data.TimeSeries;

/// <summary>Bars in memory, in the order of their opening times.</summary>
public sealed class BarSeries : Series<Bar>
{
    /// <summary>Reads everything that is left in a reader.</summary>
    public static BarSeries From(BarReader reader)
    {
        var series = new BarSeries();
        while (reader.ReadInto(series)) { }
        return series;
    }
}
