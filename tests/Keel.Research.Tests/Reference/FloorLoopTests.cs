using Keel.Domain;
using Keel.Research.Reference;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;

namespace Keel.Research.Tests.Reference;

public sealed class FloorLoopTests
{
    public static TheoryData<ulong, int, string> Keys => [.. ReferenceTable.Jobs.Select(row => (row.Seed, row.Bars, row.Set))];

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_plain_loop_gives_what_other_programs_gave(ulong seed, int bars, string set)
    {
        var expected = ReferenceTable.Jobs.Single(row => (row.Seed, row.Bars, row.Set) == (seed, bars, set)).Expected;

        Assert.Equal(expected, FloorLoop.Outcome(ReferenceData.Series(seed, bars), ReferenceParameters.Named(set)));
    }

    [Fact]
    public void The_long_series_gives_what_other_programs_gave()
    {
        var bars = ReferenceTable.LongSeries.Bars;
        ReferenceData.SkipIfLong(bars);

        Assert.Equal(ReferenceTable.LongOutcome, FloorLoop.Outcome(ReferenceSeries.Generate(1, bars), new ReferenceParameters()));
    }

    [Fact]
    public void The_first_five_trades_are_shorts_that_are_stopped()
    {
        const string expected = """
            1704205887000000000 1704205907000000000 -1 20035 20044 Stop -875 84 250 -1209
            1704205941000000000 1704206003000000000 -1 20041 20050 Stop -875 84 250 -1209
            1704206059000000000 1704206075000000000 -1 20051 20060 Stop -875 84 250 -1209
            1704206117000000000 1704206219000000000 -1 20057 20066 Stop -875 84 250 -1209
            1704206288000000000 1704206300000000000 -1 20072 20081 Stop -875 84 250 -1209
            """;
        var tape = FloorLoop.Room(100_000);

        FloorLoop.Run(ReferenceData.Series(1, 100_000), new ReferenceParameters(), ref tape, out _);

        var lines = tape.Take(5)
            .Select(trade =>
                $"{trade.EntryTime} {trade.ExitTime} {trade.Direction} {trade.EntryFill} {trade.ExitFill} {trade.Reason} "
                + $"{trade.Gross} {trade.Commission} {trade.Slippage} {trade.Net}"
            );
        Assert.Equal(expected, string.Join('\n', lines));
    }

    [Theory]
    [InlineData(9, 8, 20025.0)]
    [InlineData(9, 20, 20026.626057588735)]
    [InlineData(21, 20, 20025.428571428572)]
    [InlineData(9, 21, 20027.30084607099)]
    [InlineData(21, 21, 20025.844155844155)]
    [InlineData(9, 29, 20031.97378879516)]
    [InlineData(21, 29, 20029.611528189565)]
    public void The_averages_stand_where_other_programs_had_them(int period, int bar, double expected)
    {
        Assert.Equal(expected, ReferenceAverage.After(ReferenceSeries.Generate(1, bar + 1).Closes, period));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(21)]
    [InlineData(22)]
    public void A_series_as_short_as_the_slow_average_gives_nothing(int bars)
    {
        var outcome = FloorLoop.Outcome(ReferenceSeries.Generate(1, bars), new ReferenceParameters());

        Assert.Equal(ReferenceOutcome.Of([], new ReferenceCounts { Signals = 0 }), outcome);
    }

    [Fact]
    public void A_short_tape_is_exchanged_for_one_that_holds_all()
    {
        var tape = new ReferenceTrade[1];
        var series = ReferenceData.Series(1, 100_000);

        var count = FloorLoop.Run(series, new ReferenceParameters(), ref tape, out var counts);

        Assert.Equal(FloorLoop.Outcome(series, new ReferenceParameters()), ReferenceOutcome.Of(tape.AsSpan(0, count), counts));
    }

    [Fact]
    public void Any_settings_give_what_the_rules_step_by_step_give()
    {
        var series = ReferenceData.Series(2, 100_000);
        var random = new SplitMix64(20_240_102);
        for (var run = 0; run < 150; run++)
        {
            var rules = Any(ref random);

            Assert.True(
                new RuleBook(series, rules).Run() == FloorLoop.Outcome(series, rules),
                $"run {run} of seed 20240102 differs: {rules}"
            );
        }
    }

    // Flat times before, in and after the session; stops from a gap's width to a day's; risk rules in every second run.
    private static ReferenceParameters Any(ref SplitMix64 random)
    {
        var fast = Pick(ref random, 1, 30);
        return new ReferenceParameters
        {
            Fast = fast,
            Slow = Pick(ref random, fast + 1, 60),
            Stop = Pick(ref random, 1, 80),
            Target = Pick(ref random, 1, 80),
            Slip = Pick(ref random, 0, 3),
            FeeCents = Pick(ref random, 0, 100),
            NoEntry = Pick(ref random, 34_000, 60_000),
            Flat = Pick(ref random, 34_000, 60_000),
            Risk =
                Pick(ref random, 0, 2) == 0
                    ? null
                    : new ReferenceRisk
                    {
                        DayLimitCents = Pick(ref random, 1_000, 50_000),
                        TradeLimitCents = Pick(ref random, 1_000, 20_000),
                        ShortStreak = Pick(ref random, 1, 4),
                        LongStreak = Pick(ref random, 4, 7),
                    },
        };
    }

    private static int Pick(ref SplitMix64 random, int from, int to) => from + (int)(random.Next() % (ulong)(to - from));

    [Fact]
    public void A_trade_of_the_platform_reads_like_one_of_the_loop()
    {
        var trade = new ClosedTrade
        {
            Seat = 0,
            Side = Side.Short,
            Contracts = 1,
            Turned = 1,
            EntryTime = new Timestamp(1704205887000000000),
            ExitTime = new Timestamp(1704205907000000000),
            EntryTicks = 20035,
            ExitTicks = 20044,
            Gross = Money.FromCents(-875),
            Commission = Money.FromCents(84),
            Slippage = Money.FromCents(250),
            Risk = Money.FromCents(1209),
            WorstOpen = Money.Zero,
            BestOpen = Money.Zero,
            Reason = ExitReason.Stop,
        };
        var tape = FloorLoop.Room(1_000);

        FloorLoop.Run(ReferenceSeries.Generate(1, 1_000), new ReferenceParameters(), ref tape, out _);

        Assert.Equal(tape[0], ReferenceTrade.From(in trade));
    }

    [Fact]
    public void A_run_allocates_nothing()
    {
        var series = ReferenceData.Series(1, 100_000);
        var rules = ReferenceParameters.Named("risk");
        var tape = FloorLoop.Room(100_000);

        Assert.Equal(0, Allocation.Least(() => FloorLoop.Run(series, rules, ref tape, out _)));
    }

    [Fact]
    public void A_set_that_nobody_defined_is_refused() =>
        Assert.Contains("'brave'", Assert.Throws<ArgumentException>(() => ReferenceParameters.Named("brave")).Message);
}
