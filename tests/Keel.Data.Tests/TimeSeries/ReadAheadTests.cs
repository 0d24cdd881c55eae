using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Data.Tests.TimeSeries;

public sealed class ReadAheadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32_768)]
    [InlineData(200_001)]
    public void Every_bar_comes_once_and_in_order(int count)
    {
        var series = Series(count);
        using var reader = new ReadAhead(BarReader.Over(series));

        Assert.Equal(series, BarSeries.From(reader));
    }

    [Fact]
    public void Trouble_of_the_source_comes_to_whoever_reads()
    {
        using var reader = new ReadAhead(new Broken());

        Assert.True(reader.Read(out _));
        Assert.Throws<DataException>(() => reader.Read(out _));
    }

    [Fact]
    public void Who_stops_in_the_middle_is_not_kept_waiting()
    {
        var reader = new ReadAhead(BarReader.Over(Series(1_000_000)));

        Assert.True(reader.Read(out _));
        reader.Dispose();
    }

    private static BarSeries Series(int count)
    {
        var series = new BarSeries();
        for (var i = 0; i < count; i++)
        {
            series.Add(Bar(i));
        }

        return series;
    }

    private static Bar Bar(int second) =>
        new(Timestamp.FromUnixSeconds(second), new(second), new(second), new(second), new(second), new Quantity(1));

    private sealed class Broken : BarReader
    {
        private readonly Bar[] one = [Bar(1)];
        private int read;

        public override bool Read(out ReadOnlySpan<Bar> bars)
        {
            bars = one;
            return read++ < 40_000 ? true : throw new DataException("cannot read", "the disk is gone", "mend it");
        }
    }
}
