using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Indicators.Tests.Volume;

public sealed class VwapTests : IndicatorContract<Vwap, Bar>
{
    protected override bool HasPeriod => false;

    protected override Vwap Make(int period) => default;

    protected override Vwap Copy(in Vwap line) => line;

    [Fact]
    public void It_is_the_known_example()
    {
        var vwap = default(Vwap);
        var values = new List<double>();
        foreach (var (price, volume) in new[] { (100, 10), (101, 20), (99, 30), (102, 40) })
        {
            vwap.Update(new Price(price), new Quantity(volume));
            values.Add(Math.Round(vwap.Value, 9));
        }

        Assert.Equal([100, 100.666666667, 99.833333333, 100.7], values);
        Assert.Equal(1.26885775404, vwap.StandardDeviation, 1e-11);
    }

    [Fact]
    public void A_bar_counts_with_its_typical_price()
    {
        var vwap = default(Vwap);
        vwap.Update(Bars.Of(high: 12, low: 8, close: 11, volume: 5));

        Assert.Equal(31 / 3.0, vwap.Value);
        Assert.Equal(0, vwap.StandardDeviation);
    }

    [Fact]
    public void A_bar_without_volume_leaves_it_as_it_is()
    {
        var vwap = default(Vwap);
        vwap.Update(Bars.Of(1, 1, 1, volume: 0));
        Assert.False(vwap.IsWarm);
        Assert.True(double.IsNaN(vwap.Value));
        Assert.True(double.IsNaN(vwap.StandardDeviation));

        vwap.Update(new Price(100), new Quantity(3));
        vwap.Update(Bars.Of(1, 1, 1, volume: 0));
        Assert.Equal(100, vwap.Value);
    }

    [Fact]
    public void A_new_session_begins_anew()
    {
        var vwap = default(Vwap);
        vwap.Update(new Price(100), new Quantity(3));
        vwap.Reset();
        Assert.False(vwap.IsWarm);

        vwap.Update(new Price(-37), new Quantity(1));
        Assert.Equal(-37, vwap.Value);
    }
}
