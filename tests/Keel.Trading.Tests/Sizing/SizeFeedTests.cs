using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Risk.Controls;
using Keel.Trading.Sizing;
using Keel.Trading.Tests.Seats;
using static Keel.Trading.Tests.Seats.ManyDesk;

namespace Keel.Trading.Tests.Sizing;

/// <summary>What the core measures for sizes that ask for it.</summary>
public sealed class SizeFeedTests
{
    private const long Minute = 60 * Timestamp.NanosecondsPerSecond;

    [Fact]
    public void Volatility_is_known_after_five_whole_days_and_is_the_root_of_their_mean_times_252()
    {
        var measured = new VolatilityEstimate(Mes, Span.FromMinutes(1));
        for (var day = 0; day < 7; day++)
        {
            Assert.Equal(0, measured.OfOne);
            for (var i = 0; i < 16; i++)
            {
                measured.Update(Bar(Monday + (((day * 1_440) + i) * Minute), 20_000 + (4 * (i % 2))), 100 + day);
            }
        }

        // Sixteen changes of four ticks a day, the one over the night included: 16 ticks a day, 253.98 a year, 1.25 each.
        Assert.Equal(317.50m, new Money(measured.OfOne).Amount, 2);
    }

    [Fact]
    public void An_entry_that_is_sized_by_volatility_is_refused_until_it_is_known()
    {
        var says = new Says();
        var desk = Desk(new SizeMethod.Volatility(0.2m), says);
        for (var day = 0; day < 7; day++)
        {
            desk.SkipTo(Monday + (day * 1_440 * Minute));
            for (var i = 0; i < 180; i++)
            {
                says.Next =
                    i == 100 ? 'L'
                    : i == 170 ? 'F'
                    : ' ';
                desk.Bar(20_000 + (i / 60 * 40 % 80));
            }
        }

        var signals = desk.Log.Signals;
        Assert.Equal(7, signals.Count);
        Assert.All(signals.Take(6), signal => Assert.Equal(0, signal.Contracts));
        Assert.True(signals[^1].Contracts > 0, $"{signals[^1]}");
    }

    [Fact]
    public void Kelly_learns_from_the_trades_of_its_own_seat()
    {
        var (wins, loses) = (new Says(), new Says());
        var desk = Desk(new SizeMethod.Kelly(0.5m, Meanwhile: 1), wins, loses);
        for (var i = 0; i < 40; i++)
        {
            (wins.Next, loses.Next) = ('L', ' ');
            desk.Bars(20_000, 20_000, 20_007);
            wins.Next = 'F';
            desk.Bars(i % 4 == 0 ? 20_004 : 20_007, i % 4 == 0 ? 19_996 : 20_007);
            loses.Next = 'L';
            desk.Bars(20_000, 20_000, 19_991, 19_991);
        }

        var (good, bad) = (Sizes(desk, 0), Sizes(desk, 1));
        Assert.All(good.Take(30), lots => Assert.Equal(1, lots));
        Assert.True(good[^1] > 10, $"{good[^1]} lots");
        Assert.Equal((1, 0), (bad[29], bad[^1]));
    }

    [Fact]
    public void Where_no_size_asks_nothing_is_measured()
    {
        var desk = Desk(new SizeMethod.Fixed(1), new Says("L"));
        desk.Bars(20_000, 20_000);
        Assert.True(double.IsNaN(desk.Core.Seats[0].KellyFraction));
    }

    private static int[] Sizes(ManyDesk desk, int seat) =>
        [.. desk.Log.Signals.Where(signal => signal.Seat == seat).Select(signal => signal.Contracts)];

    private static ManyDesk Desk(SizeMethod method, params Says[] strategies)
    {
        var setup = Usual with { Controls = account => [new SizingControl(new SizeRules { Method = method }, account)] };
        return new ManyDesk(setup, new Told(), [.. strategies.Select(one => new Keel.Trading.Setup.SeatPlan(one))]);
    }

    private static Bar Bar(long at, long price) => new(new(at), new(price), new(price), new(price), new(price), new Quantity(1));
}
