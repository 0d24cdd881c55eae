using Keel.Data.Synthetic;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Tests.Synthetic;

/// <summary>Each planted edge is where it should be, as large as stated, and nowhere else.</summary>
public class PlantedEdgeTests
{
    private const double Edge = 0.12;
    private const int Days = 30;

    [Fact]
    public void After_an_imbalance_the_price_drifts_by_the_stated_size()
    {
        var minutes = Observe(Markets.Mes(Days, MarketModel.Planted(Edge)));
        Holds(minutes.Select(minute => (minute.Imbalance, minute.Move)), Edge);
        Holds(minutes.Select(minute => (minute.Interaction, minute.Move)), 0);
        Assert.InRange(Math.Sqrt(minutes.Average(minute => minute.Imbalance * minute.Imbalance)), 0.85, 1.15);
    }

    [Fact]
    public void Without_an_edge_neither_signal_tells_anything()
    {
        var minutes = Observe(Markets.Mes(Days));
        Holds(minutes.Select(minute => (minute.Imbalance, minute.Move)), 0);
        Holds(minutes.Select(minute => (minute.Interaction, minute.Move)), 0);
    }

    [Fact]
    public void The_edge_of_an_hour_is_in_that_hour_only()
    {
        var minutes = Observe(Markets.Mes(Days, MarketModel.Planted(0.2, PlantedEdge.RegimeHour)));
        static bool Within(Observed minute) => minute.MinuteOfDay is >= EdgeSchedule.HourFrom and < EdgeSchedule.HourTo;
        Holds(minutes.Where(Within).Select(minute => (minute.Imbalance, minute.Move)), 0.2);
        Holds(minutes.Where(minute => !Within(minute)).Select(minute => (minute.Imbalance, minute.Move)), 0);
    }

    [Fact]
    public void A_decaying_edge_is_a_quarter_of_itself_two_years_later()
    {
        var calendar = TradingCalendar.EquityIndex;
        static bool Trades(TradingSession session) => session.Hours is not null;
        var early = calendar.Sessions(new LocalDate(2022, 1, 3), new LocalDate(2022, 2, 3)).Where(Trades).ToList();
        var late = calendar.Sessions(new LocalDate(2024, 1, 3), new LocalDate(2024, 2, 3)).Where(Trades).ToList();
        var mes = Keel.Domain.Instruments.InstrumentTable.Find("MES");
        var market = new SyntheticMarket(mes, [.. early, .. late], 7, MarketModel.Planted(0.2, PlantedEdge.Decaying));
        var minutes = Observe(market);
        Holds(minutes.Where(minute => minute.Index < early.Count).Select(minute => (minute.Imbalance, minute.Move)), 0.2);
        Holds(minutes.Where(minute => minute.Index >= early.Count).Select(minute => (minute.Imbalance, minute.Move)), 0.05);
    }

    [Fact]
    public void In_an_interaction_neither_feature_predicts_alone()
    {
        var minutes = Observe(Markets.Mes(Days, MarketModel.Planted(Edge, PlantedEdge.Interaction)));
        Holds(minutes.Select(minute => (minute.Interaction, minute.Move)), Edge);
        Assert.InRange(Math.Sqrt(minutes.Average(minute => minute.Interaction * minute.Interaction)), 0.85, 1.15);
        Holds(minutes.Select(minute => (minute.LastMove, minute.Move)), 0);
        Holds(minutes.Select(minute => (minute.Heavy, minute.Move)), 0);
    }

    [Fact]
    public void A_decoy_looks_good_on_the_start_and_is_worth_nothing_after_it()
    {
        const int First = EdgeSchedule.DecoySessions - (Days / 2);
        var minutes = Observe(Markets.Mes(First + Days, MarketModel.Planted(0.2, PlantedEdge.Decoy)), First);
        static bool Start(Observed minute) => minute.Index < EdgeSchedule.DecoySessions;
        Holds(minutes.Where(Start).Select(minute => (minute.Imbalance, minute.Move)), 0.2);
        Holds(minutes.Where(minute => !Start(minute)).Select(minute => (minute.Imbalance, minute.Move)), 0);
    }

    [Fact]
    public void The_imbalance_can_be_guessed_from_second_bars()
    {
        var minutes = Observe(Markets.Mes(Days / 2, MarketModel.Planted(0.2)));
        var (seen, _) = Correlation(minutes.Select(minute => (minute.UpVolume, minute.Imbalance)));
        var (paid, error) = Correlation(minutes.Select(minute => (minute.UpVolume, minute.Move)));
        Assert.True(seen > 0.35, $"second bars show {seen:0.00} of it");
        Assert.True(paid > 4 * error, $"and predict {paid:0.000} ± {error:0.000}");
    }

    private static void Holds(IEnumerable<(double Signal, double Move)> pairs, double expected)
    {
        var (measured, error) = Correlation(pairs);
        // Moves are measured against the volatility seen so far, which is not quite the minute's own: a tenth either way.
        var tolerance = (3.3 * error) + (0.1 * expected);
        Assert.True(
            Math.Abs(measured - expected) < tolerance,
            $"expected {expected:0.000}, measured {measured:0.000} ± {error:0.000}"
        );
    }

    private static (double Correlation, double Error) Correlation(IEnumerable<(double X, double Y)> pairs)
    {
        var all = pairs.Where(pair => !double.IsNaN(pair.X) && !double.IsNaN(pair.Y)).ToList();
        var (meanX, meanY) = (all.Average(pair => pair.X), all.Average(pair => pair.Y));
        var (xy, xx, yy, products) = (0.0, 0.0, 0.0, 0.0);
        foreach (var (x, y) in all)
        {
            var product = (x - meanX) * (y - meanY);
            xy += product;
            products += product * product;
            xx += (x - meanX) * (x - meanX);
            yy += (y - meanY) * (y - meanY);
        }

        return (xy / Math.Sqrt(xx * yy), Math.Sqrt(products / (xx * yy)));
    }

    // What anybody could know when a minute begins, beside what the mid then did, in regular hours.
    private sealed record Observed(
        int Index,
        int MinuteOfDay,
        double Imbalance,
        double Interaction,
        double UpVolume,
        double LastMove,
        double Heavy,
        double Move
    );

    private static List<Observed> Observe(SyntheticMarket market, int firstDay = 0)
    {
        var all = new List<Observed>();
        var gauge = new FlowGauge();
        foreach (var day in market.Days().Where(day => day.Index >= firstDay))
        {
            ObserveDay(day, ref gauge, all);
        }

        return all;
    }

    private static void ObserveDay(SyntheticDay day, ref FlowGauge gauge, List<Observed> into)
    {
        var start = day.Session.Hours!.Start.UnixNanoseconds;
        var count = day.MaxSeconds / 60;
        var flow = Flow(day, start, count);
        var mids = Mids(day, start, count);
        var (regular, regularEnd) = day.Session.RegularHours is { } hours
            ? (
                (int)((hours.Start.UnixNanoseconds - start) / 60_000_000_000L),
                (int)((hours.End.UnixNanoseconds - start) / 60_000_000_000L)
            )
            : (count, count);
        var average = 0.0;
        for (var minute = 0; minute + 1 < count; minute++)
        {
            var (buys, bought, sells, sold, close, upVolume) = flow[minute];
            gauge.EndMinute(buys, bought, sells, sold, close);
            var volume = (double)(bought + sold);
            var heavy = volume > FlowGauge.HeavyVolume * average ? 1.0 : -1.0;
            average = average > 0 ? average + ((volume - average) / 20) : volume;
            if (minute + 1 < regular + 30 || minute + 1 >= regularEnd)
            {
                continue;
            }

            var squares = 0.0;
            for (var back = 0; back < 30; back++)
            {
                var move = mids[minute - back] - mids[minute - back - 1];
                squares += move * move;
            }

            var usual = Math.Sqrt(squares / 30);
            into.Add(
                new Observed(
                    day.Index,
                    ((18 * 60) + minute + 1) % 1440,
                    gauge.Imbalance,
                    gauge.Interaction,
                    upVolume,
                    Math.Sign(mids[minute] - mids[minute - 1]),
                    heavy,
                    (mids[minute + 1] - mids[minute]) / usual
                )
            );
        }
    }

    private static (int Buys, long Bought, int Sells, long Sold, int Close, double UpVolume)[] Flow(
        SyntheticDay day,
        long start,
        int count
    )
    {
        var flow = new (int Buys, long Bought, int Sells, long Sold, int Close, double UpVolume)[count];
        foreach (var trade in Markets.TradesOf(day))
        {
            ref var minute = ref flow[(int)((trade.Time.UnixNanoseconds - start) / 60_000_000_000L)];
            var buy = trade.Aggressor == Aggressor.Buyer;
            minute.Buys += buy ? 1 : 0;
            minute.Bought += buy ? trade.Size.Lots : 0;
            minute.Sells += buy ? 0 : 1;
            minute.Sold += buy ? 0 : trade.Size.Lots;
            minute.Close = (int)trade.Price.InTicks;
        }

        // In second bars: how much larger the volume of rising seconds was than that of falling ones, a second at a time.
        var bars = Markets.SecondsOf(day);
        var sides = new (double Up, int Ups, double Down, int Downs)[count];
        for (var i = 1; i < bars.Length; i++)
        {
            ref var minute = ref sides[(int)((bars[i].OpenTime.UnixNanoseconds - start) / 60_000_000_000L)];
            if (bars[i].Close > bars[i - 1].Close)
            {
                minute.Up += bars[i].Volume.Lots;
                minute.Ups++;
            }
            else if (bars[i].Close < bars[i - 1].Close)
            {
                minute.Down += bars[i].Volume.Lots;
                minute.Downs++;
            }
        }

        for (var minute = 0; minute < count; minute++)
        {
            var (up, ups, down, downs) = sides[minute];
            flow[minute].UpVolume = ups > 0 && downs > 0 ? Math.Log(up / ups / (down / downs)) : double.NaN;
        }

        return flow;
    }

    private static double[] Mids(SyntheticDay day, long start, int count)
    {
        var mids = new double[count];
        var quotes = Markets.QuotesOf(day);
        var at = 0;
        for (var minute = 0; minute < count; minute++)
        {
            var end = start + ((minute + 1) * 60_000_000_000L);
            while (at + 1 < quotes.Count && quotes[at + 1].Time.UnixNanoseconds < end)
            {
                at++;
            }

            mids[minute] = quotes[at].MidInHalfTicks / 2.0;
        }

        return mids;
    }
}
