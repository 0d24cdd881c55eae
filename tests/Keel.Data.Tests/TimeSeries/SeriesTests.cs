using FsCheck.Fluent;
using Keel.Data.TimeSeries;
using Keel.Domain.Markets;

namespace Keel.Data.Tests.TimeSeries;

public sealed class SeriesTests
{
    private const int Block = Series<long>.BlockSize;

    [Fact]
    public void A_series_is_a_list_in_blocks()
    {
        int[] sizes = [0, 1, 7, Block - 1, Block, Block + 1, (2 * Block) + 3];
        Property.Holds(
            Gen.Elements(sizes).ListOf(4).Zip(Gen.Choose(0, 5)),
            30,
            one =>
            {
                var (appended, singles) = one;
                var (series, list) = (new Series<long>(), new List<long>());
                foreach (var size in appended)
                {
                    var values = Enumerable.Range(list.Count, size).Select(n => (n * 2_654_435_761L) % 1_000).ToArray();
                    series.AddRange(values);
                    list.AddRange(values);
                    for (var i = 0; i < singles; i++)
                    {
                        series.Add(i);
                        list.Add(i);
                    }
                }

                Assert.Equal(list.Count, series.Count);
                Assert.True(list.ToArray().AsSpan().SequenceEqual(series.ToArray()));
                foreach (var place in (int[])[0, list.Count / 2, list.Count - 1])
                {
                    Assert.True(list.Count == 0 || list[place] == series[place]);
                }

                var rebuilt = new List<long>();
                for (var block = 0; block < series.BlockCount; block++)
                {
                    rebuilt.AddRange(series.Block(block));
                }

                Assert.True(list.ToArray().AsSpan().SequenceEqual(rebuilt.ToArray()));
                Assert.Throws<ArgumentOutOfRangeException>(() => series[list.Count]);
                Assert.Throws<ArgumentOutOfRangeException>(() => series[-1]);
            }
        );
    }

    [Fact]
    public void Sorting_keeps_equal_values_in_their_order()
    {
        var dice = new Random(3);
        var values = Enumerable.Range(0, Block + 500).Select(place => (Key: dice.Next(40), Place: place)).ToArray();
        var series = new Series<(int Key, int Place)>();
        series.AddRange(values);
        series.SortStable((left, right) => left.Key.CompareTo(right.Key));
        Assert.True(values.OrderBy(value => value.Key).SequenceEqual(series.ToArray()));
    }

    [Fact]
    public void A_reader_over_a_series_hands_out_every_bar_once()
    {
        var bars = Bars.Always(Domain.Timestamp.FromUnixSeconds(0), Block + 10, 1);
        Assert.Equal(bars, Bars.ReadAll(BarReader.Over(Bars.Series(bars))));
        Assert.Empty(Bars.ReadAll(BarReader.Over(new BarSeries())));
        using var reader = BarReader.Over(Bars.Series(bars));
        Assert.Equal(bars, BarSeries.From(reader));
    }

    [Fact]
    public void Bars_are_hashed_by_the_bytes_they_hold()
    {
        Assert.Equal(24, System.Runtime.CompilerServices.Unsafe.SizeOf<Bar>());
        var series = Bars.Series(Bars.Always(Domain.Timestamp.FromUnixSeconds(0), 10, 1));
        Assert.Equal(240, series.BytesOf(0).Length);
    }
}
