using System.Runtime.InteropServices;
using Keel.Data.Synthetic;
using Keel.Domain;

namespace Keel.Data.Tests.Synthetic;

/// <summary>A seed is a market: the same bytes on every run, machine and number of threads.</summary>
public class SameSeedTests
{
    private const int Days = 3;

    [Theory]
    [InlineData("clustered", "B0391C6EBDE11010")]
    [InlineData("random-walk", "0D3865E390FB8FE3")]
    [InlineData("momentum", "041B5F0A4FB8A107")]
    [InlineData("reversion", "E0E0EFB283F7C33F")]
    public void A_seed_gives_these_bytes_for_ever(string name, string hash)
    {
        // A changed hash changes every market that anybody ever made from a seed: never adapt it without saying so in the notes.
        Assert.True(MarketModel.TryParse(name, null, null, out var model, out _));
        Assert.Equal(hash, Hash(Markets.Mes(Days, model)));
    }

    [Fact]
    public void Its_trades_and_its_book_are_the_same_for_ever_too()
    {
        var day = Markets.Mes(1).Day(0);
        var book = new List<BookChange>();
        day.Book(book);
        var trades = 0UL;
        foreach (var trade in Markets.TradesOf(day))
        {
            trades = Stir(trades, trade.Time.UnixNanoseconds, trade.Price.InTicks, trade.Size.Lots, (long)trade.Aggressor);
        }

        var changes = 0UL;
        foreach (var change in book)
        {
            changes = Stir(
                changes,
                change.Time.UnixNanoseconds,
                change.Level.Price.InTicks,
                change.Level.Size.Lots,
                (change.IsBid ? 1 : 0) + (change.IsSnapshot ? 2 : 0) + (change.IsLast ? 4 : 0)
            );
        }

        Assert.Equal("CD2FF4A9229C7922 99CF471A29A2E765", $"{trades:X16} {changes:X16}");
    }

    [Fact]
    public void Two_seeds_give_two_markets() => Assert.NotEqual(Hash(Markets.Mes(1)), Hash(Markets.Mes(1, seed: 8)));

    [Fact]
    public void A_day_alone_is_the_day_of_the_series()
    {
        var market = Markets.Mes(Days, MarketModel.Planted(0.1));
        foreach (var day in market.Days())
        {
            Assert.Equal(Markets.Bytes(Markets.SecondsOf(day)), Markets.Bytes(Markets.SecondsOf(market.Day(day.Index))));
        }
    }

    [Fact]
    public void Days_made_side_by_side_are_the_days_made_in_turn()
    {
        var market = Markets.Mes(Days);
        var inTurn = market.Days().Select(day => Markets.Bytes(Markets.SecondsOf(day))).ToArray();
        var sideBySide = new byte[Days][];
        Parallel.ForEach(
            market.Days().ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            day => sideBySide[day.Index] = Markets.Bytes(Markets.SecondsOf(day))
        );
        Assert.Equal(inTurn, sideBySide);
    }

    [Fact]
    public void The_order_in_which_schemas_are_asked_for_changes_nothing()
    {
        var first = Markets.Mes(2).Days().ElementAt(1);
        var second = Markets.Mes(2).Days().ElementAt(1);
        var trades = CollectionsMarshal.AsSpan(Markets.TradesOf(first)).ToArray();
        _ = Markets.QuotesOf(second);
        _ = Markets.SecondsOf(second);
        Assert.Equal(trades, Markets.TradesOf(second));
    }

    [Theory]
    [InlineData(PlantedEdge.Imbalance)]
    [InlineData(PlantedEdge.RegimeHour)]
    [InlineData(PlantedEdge.Decaying)]
    [InlineData(PlantedEdge.Interaction)]
    [InlineData(PlantedEdge.Decoy)]
    public void A_planted_edge_of_nothing_leaves_the_market_as_it_was(PlantedEdge form) =>
        Assert.Equal(Hash(Markets.Mes(1)), Hash(Markets.Mes(1, MarketModel.Planted(0, form))));

    [Fact]
    public void A_day_costs_no_memory_but_its_own_bars()
    {
        var day = Markets.Mes(1).Day(0);
        var room = new Keel.Domain.Markets.Bar[day.MaxSeconds];
        Assert.InRange(Allocation.Least(() => day.Seconds(room)), 0, 4096);
    }

    private static ulong Stir(ulong sum, params ReadOnlySpan<long> values)
    {
        foreach (var value in values)
        {
            sum = SplitMix64.Mix(unchecked((sum * 31) ^ (ulong)value));
        }

        return sum;
    }

    // Of the figures, not of how a bar lies in memory.
    private static string Hash(SyntheticMarket market)
    {
        var sum = 0UL;
        foreach (var day in market.Days())
        {
            foreach (var bar in Markets.SecondsOf(day))
            {
                sum = Stir(
                    sum,
                    bar.OpenTime.UnixNanoseconds,
                    bar.Open.InTicks,
                    bar.High.InTicks,
                    bar.Low.InTicks,
                    bar.Close.InTicks,
                    bar.Volume.Lots
                );
            }
        }

        return sum.ToString("X16", System.Globalization.CultureInfo.InvariantCulture);
    }
}
