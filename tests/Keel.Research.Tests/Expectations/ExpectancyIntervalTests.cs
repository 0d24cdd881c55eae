using System.Globalization;
using System.Text.Json;
using Keel.Domain;
using Keel.Research.Expectations;
using Keel.Research.Tests.Recommendations;

namespace Keel.Research.Tests.Expectations;

public sealed class ExpectancyIntervalTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 0.025, 12.706204736432095)]
    [InlineData(4, 0.025, 2.7764451051977987)]
    [InlineData(9, 0.005, 3.2498355415921247)]
    [InlineData(30, 0.05, 1.6972608865939574)]
    [InlineData(1000, 0.025, 1.9623390808264074)]
    public void Students_t_is_as_in_the_tables(double degrees, double chance, double t)
    {
        Assert.Equal(t, StudentT.ExceededWith(chance, degrees), 1e-9);
        Assert.Equal(chance, StudentT.Above(t, degrees), 1e-12);
        Assert.Equal(1 - chance, StudentT.Above(-t, degrees), 1e-12);
    }

    [Fact]
    public void One_to_five_have_the_interval_3_plus_or_minus_1_96()
    {
        var interval = ExpectancyInterval.OfIndependent([1, 2, 3, 4, 5])!;

        // t(4) × √2.5 / √5
        Assert.Equal(3, interval.Mean);
        Assert.Equal(3 - 1.9632432, interval.Low, 1e-6);
        Assert.Equal(3 + 1.9632432, interval.High, 1e-6);
    }

    [Fact]
    public void A_single_trade_has_no_interval()
    {
        Assert.Null(ExpectancyInterval.OfIndependent([1]));
        Assert.Null(ExpectancyInterval.OfBlocks([1]));
    }

    [Fact]
    public void The_bootstrap_draws_the_published_indices()
    {
        var random = new SplitMix64(2024);
        var indices = new int[6];
        foreach (
            var expected in (int[][])
                [
                    [3, 1, 4, 5, 3, 2],
                    [2, 3, 4, 5, 4, 5],
                    [2, 3, 4, 5, 0, 1],
                ]
        )
        {
            StationaryBootstrap.Fill(indices, 6, 0.25, ref random);
            Assert.Equal(expected, indices);
        }
    }

    [Fact]
    public void Means_are_those_of_the_drawn_indices()
    {
        double[] series = [1, 2, 4, 8, 16, 32];
        var random = new SplitMix64(2024);
        var indices = new int[6];
        var means = new double[50];
        for (var i = 0; i < means.Length; i++)
        {
            StationaryBootstrap.Fill(indices, 6, 0.25, ref random);
            means[i] = indices.Sum(index => series[index]) / 6;
        }

        Array.Sort(means);
        Assert.Equal(means, StationaryBootstrap.Means(series, meanBlock: 4, resamples: 50, seed: 2024));
    }

    [Fact]
    public void Block_lengths_are_those_of_the_reference_series()
    {
        var (table, golden) = (CheckoutFolder.SharedData("golden", "statistics", "returns.csv"), "series.json");
        Assert.SkipUnless(File.Exists(table), "the reference series are not beside the checkout");
        var rows = File.ReadAllLines(table).Select(line => line.Split(',')).ToArray();
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(table)!, golden)));
        foreach (var series in expected.RootElement.EnumerateObject())
        {
            var column = Array.IndexOf(rows[0], series.Name);
            double[] values =
            [
                .. rows[1..]
                    .Where(row => row[column].Length > 0)
                    .Select(row => double.Parse(row[column], CultureInfo.InvariantCulture)),
            ];
            var length = series.Value.GetProperty("block_length").GetProperty("block_stationary").GetDouble();
            Assert.Equal(length, BlockLength.Of(values), 1e-9 * length);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_interval_and_another_seed_almost()
    {
        var nets = ExpectancyInterval.NetOf(new RandomTrader().Trades(3));

        var first = ExpectancyInterval.OfBlocks(nets, seed: 5)!;
        Assert.Equal(first, ExpectancyInterval.OfBlocks(nets, seed: 5));
        var other = ExpectancyInterval.OfBlocks(nets, seed: 6)!;
        Assert.NotEqual(first.Low, other.Low);
        Assert.Equal(first.Low, other.Low, 0.1);
    }

    [Fact]
    public void Blocks_widen_the_interval_of_trades_that_follow_one_another()
    {
        var random = new SplitMix64(11);
        var nets = new double[2000];
        for (var i = 1; i < nets.Length; i++)
        {
            nets[i] = (0.8 * nets[i - 1]) + random.Normal();
        }

        var naive = ExpectancyInterval.OfIndependent(nets)!;
        var blocks = ExpectancyInterval.OfBlocks(nets)!;

        // The true error is three times the naive one at this autocorrelation.
        Assert.InRange((blocks.High - blocks.Low) / (naive.High - naive.Low), 2, 3.5);
        Assert.True(blocks.MeanBlock > 10);
    }

    [Fact]
    public void A_random_strategys_expectancy_lies_within_its_interval_of_minus_costs()
    {
        const int Seeds = 200;
        var (independent, blocks) = (0, 0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var nets = ExpectancyInterval.NetOf(new RandomTrader { Days = 60, TradesPerDay = 6 }.Trades((ulong)seed + 500));
            independent += ExpectancyInterval.OfIndependent(nets)!.Contains(-0.84) ? 1 : 0;
            blocks += ExpectancyInterval.OfBlocks(nets, resamples: 300)!.Contains(-0.84) ? 1 : 0;
        }

        output.WriteLine($"{independent} and {blocks} of {Seeds}");
        Assert.InRange(independent, 180, 199);
        Assert.InRange(blocks, 178, 199);
    }
}
