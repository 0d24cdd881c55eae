using FsCheck.Fluent;
using Keel.Domain;
using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;
using Keel.Trading.Setup;
using static Keel.Trading.Tests.Seats.ManyDesk;

namespace Keel.Trading.Tests.Seats;

/// <summary>Two to four random strategies on random bars.</summary>
public sealed class ManyStrategiesTests
{
    private const int Bars = 120;

    [Fact]
    public void Where_nothing_can_cross_the_account_is_the_sum_of_separate_runs()
    {
        var traded = 0;
        Property.Holds(
            Gen.Choose(0, int.MaxValue),
            500,
            seed =>
            {
                var draws = new Random(seed);
                var seats = draws.Next(2, 5);

                // All on one side, and each has bars of its own to speak at: no two market orders are ever opposite.
                var side = draws.Next(2) == 0 ? 'L' : 'S';
                var scripts = Enumerable.Range(0, seats).Select(seat => Script(draws, [side, 'F'], seat, seats)).ToArray();
                var plans = Enumerable.Range(0, seats).Select(_ => Exits(draws)).ToArray();
                var prices = Prices(draws);
                var together = Run(scripts, plans, prices);
                var alone = scripts.Select((script, i) => Run([script], [plans[i]], prices)).ToArray();

                Assert.Equal(0, together.Core.CrossedLots);
                Assert.Equal(alone.Sum(desk => desk.Core.Account.State.Realised), together.Core.Account.State.Realised);
                for (var seat = 0; seat < seats; seat++)
                {
                    Assert.Equal(
                        alone[seat].Log.Trades.ToArray(),
                        together.Log.Trades.ToArray().Where(trade => trade.Seat == seat).Select(trade => trade with { Seat = 0 })
                    );
                }

                traded += together.Log.Trades.Length;
            }
        );
        Assert.True(traded > 2_000, $"only {traded} trades");
    }

    [Fact]
    public void Whatever_they_want_positions_cash_and_protection_reconcile_with_the_venues_own_ledger()
    {
        var (traded, crossed) = (0, 0L);
        Property.Holds(
            Gen.Choose(0, int.MaxValue),
            1_500,
            seed =>
            {
                var draws = new Random(seed);
                var seats = draws.Next(2, 5);
                var scripts = Enumerable.Range(0, seats).Select(_ => Script(draws, ['L', 'S', 'F'], 0, 1)).ToArray();
                var plans = scripts.Select(_ => Exits(draws)).ToArray();
                var desk = Run(scripts, plans, Prices(draws), draws.Next(1, 4), draws.Next(2) == 0);

                // Both ways of counting, to the last unit: what crossed inside has cost nobody anything.
                Assert.Equal(0, desk.VenueLots);
                Assert.Equal(desk.VenueCash, desk.Core.Account.State.Realised);
                Assert.Equal(desk.VenueCash, desk.Log.Trades.ToArray().Sum(trade => trade.Net.Units));
                foreach (var own in desk.Core.Seats.Where(seat => seat.Account is not null))
                {
                    var net = desk.Log.Trades.ToArray().Where(trade => trade.Seat == own.Index).Sum(trade => trade.Net.Units);
                    Assert.Equal(net, own.Account!.State.Realised);
                    Assert.Equal(own.Account.Balance, own.Account.Equity);
                }

                traded += desk.Log.Trades.Length;
                crossed += desk.Core.CrossedLots;
            }
        );
        Assert.True(traded > 10_000 && crossed > 1_000, $"only {traded} trades and {crossed} crossed lots");
    }

    [Fact]
    public void The_worst_cases_of_all_never_exceed_their_limit()
    {
        var (heat, most) = (Money.From(60).Units, 0L);
        Property.Holds(
            Gen.Choose(0, int.MaxValue),
            500,
            seed =>
            {
                var draws = new Random(seed);
                var scripts = Enumerable.Range(0, draws.Next(2, 5)).Select(_ => Script(draws, ['L', 'S', 'F'], 0, 1)).ToArray();
                var plans = scripts.Select(_ => Exits(draws)).ToArray();
                var desk = New(scripts, plans, draws.Next(1, 4), hasBudgets: false, new LossLimit(new Money(heat), 0));
                desk.AfterBar = () =>
                {
                    most = Math.Max(most, desk.Core.Reserved());
                    Assert.True(desk.Core.Reserved() <= heat, $"{new Money(desk.Core.Reserved())} are at risk");
                };
                desk.Bars(Prices(draws));
            }
        );
        Assert.True(most > heat * 9 / 10, $"the most was {new Money(most)}");
    }

    private static ManyDesk Run(string[] scripts, ExitRules[] exits, long[] prices, int lots = 1, bool hasBudgets = false)
    {
        var desk = New(scripts, exits, lots, hasBudgets, null);
        desk.AfterBar = () => Assert.Equal(desk.VenueLots, desk.Core.Seats.Sum(seat => seat.Position));
        desk.Bars(prices);
        desk.End();
        Assert.Equal(0, desk.Core.FaultCount);
        return desk;
    }

    private static ManyDesk New(string[] scripts, ExitRules[] exits, int lots, bool hasBudgets, LossLimit? heat)
    {
        var log = new Told();
        var setup = Usual with { Controls = account => heat is { } limit ? [new HeatControl(limit, account)] : [] };
        var plans = scripts.Select(
            (script, i) =>
                new SeatPlan(new Says(script))
                {
                    Exits = exits[i],
                    Budget = hasBudgets && i % 2 == 0 ? new RiskAccount(Losing, log) : null,
                }
        );
        return new ManyDesk(setup, log, [.. plans], slip: 1, lots);
    }

    private static RiskLimits Losing => new() { Capital = Money.From(1_000), DailyLoss = new LossLimit(Money.From(150), 0) };

    /// <summary>A word at about a third of the bars, at those alone that belong to the seat.</summary>
    private static string Script(Random draws, char[] words, int seat, int seats) =>
        new([
            .. Enumerable
                .Range(0, Bars)
                .Select(bar => bar % seats == seat && draws.Next(3) == 0 ? words[draws.Next(words.Length)] : ' '),
        ]);

    private static ExitRules Exits(Random draws) => Usual.Exits with { StopValue = draws.Next(3, 12) };

    private static long[] Prices(Random draws)
    {
        var prices = new long[Bars];
        var price = 20_000L;
        for (var i = 0; i < Bars; i++)
        {
            price += draws.Next(-3, 4);
            prices[i] = price;
        }

        return prices;
    }
}
