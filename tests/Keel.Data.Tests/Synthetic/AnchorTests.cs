using Keel.Data.Synthetic;
using Keel.Domain.Markets;

namespace Keel.Data.Tests.Synthetic;

/// <summary>What people found in real markets is found here: the next half hour's volatility can be foreseen, its direction cannot.</summary>
public class AnchorTests
{
    private const int BarMinutes = 5;
    private const int Ahead = 6;
    private const int Past = 12;

    [Fact]
    public void Volatility_can_be_foreseen_and_direction_cannot()
    {
        // The direction of a few hundred days is a coin thrown a few thousand times: one per cent wants many markets.
        var (days, seeds) = Markets.Long ? (500, 12) : (70, 1);
        var slack = Markets.Long ? 0.01 : 0.03;
        var found = new (double Volatility, double Direction3, double Direction6)[seeds];
        Parallel.For(0, seeds, seed => found[seed] = Foresee(days, seed + 7));
        var (volatility, direction3, direction6) = (
            found.Average(one => one.Volatility),
            found.Average(one => one.Direction3),
            found.Average(one => one.Direction6)
        );
        TestContext.Current.SendDiagnosticMessage(
            $"{seeds} times {days} days: volatility {volatility:0.000}, direction over 3 bars {direction3:0.000}, over 6 bars {direction6:0.000}"
        );
        Assert.InRange(volatility, 0.80, 0.90);
        Assert.InRange(direction3, 0.5 - slack, 0.5 + slack);
        Assert.InRange(direction6, 0.5 - slack, 0.5 + slack);
    }

    private static (double Volatility, double Direction3, double Direction6) Foresee(int count, long seed)
    {
        var rows = new List<Row>();
        foreach (var day in Markets.Mes(count, seed: seed).Days())
        {
            AddDay(day, rows);
        }

        // Whole days: the first three fifths to learn from, the rest to be judged by.
        var split = count * 3 / 5;
        var train = rows.Where(row => row.Day < split).ToList();
        var test = rows.Where(row => row.Day >= split).ToList();
        var usual = train
            .GroupBy(row => row.Slot)
            .ToDictionary(group => group.Key, group => group.Average(row => row.LogVolatility));
        var middle = train.Select(row => row.LogVolatility).Order().ElementAt(train.Count / 2);
        double[] Calm(Row row) => [.. row.Sizes, usual.GetValueOrDefault(row.Slot, middle)];
        double Auc(Func<Row, double[]> features, Func<Row, bool> label)
        {
            var model = LogisticRegression.Train([.. train.Select(features)], [.. train.Select(label)]);
            return LogisticRegression.Auc(test.Select(row => (model.Score(features(row)), label(row))));
        }

        return (
            Auc(Calm, row => row.LogVolatility > middle),
            Auc(row => row.Moves, row => row.Next3 > 0),
            Auc(row => row.Moves, row => row.Next6 > 0)
        );
    }

    private static void AddDay(SyntheticDay day, List<Row> rows)
    {
        if (day.Session.RegularHours is not { } regular)
        {
            return;
        }

        var bars = FiveMinutes(Markets.MinutesOf(day), regular.Start.UnixNanoseconds, regular.End.UnixNanoseconds);
        for (var now = Past; now + Ahead < bars.Count; now++)
        {
            var next = Enumerable.Range(now + 1, Ahead).Average(i => bars[i].High - bars[i].Low) + 1;
            double[] sizes =
            [
                Math.Log(Realised(bars, now - 5, now)),
                Math.Log(Realised(bars, now - 11, now)),
                Math.Log(Enumerable.Range(now - 5, 6).Average(i => bars[i].High - bars[i].Low) + 1),
                Math.Log(bars[now].High - bars[now].Low + 1),
                Math.Log(Enumerable.Range(now - 5, 6).Average(i => bars[i].Volume)),
            ];
            double[] moves =
            [
                .. Enumerable.Range(0, 6).Select(back => (double)(bars[now - back].Close - bars[now - back - 1].Close)),
                bars[now].Close - bars[now - Past].Close,
                bars[now].Close - ((bars[now].High + bars[now].Low) / 2.0),
                (bars[now].Close - bars[now - 1].Close) * Math.Log(bars[now].Volume),
            ];
            rows.Add(
                new Row(
                    day.Index,
                    now,
                    sizes,
                    moves,
                    Math.Log(next),
                    bars[now + 3].Close - bars[now].Close,
                    bars[now + 6].Close - bars[now].Close
                )
            );
        }
    }

    private static double Realised(List<Five> bars, int from, int to)
    {
        var sum = 1.0;
        for (var i = from; i <= to; i++)
        {
            var move = (double)(bars[i].Close - bars[i - 1].Close);
            sum += move * move;
        }

        return Math.Sqrt(sum);
    }

    private static List<Five> FiveMinutes(ReadOnlySpan<Bar> minutes, long from, long to)
    {
        var bars = new List<Five>();
        var last = -1L;
        foreach (ref readonly var bar in minutes)
        {
            var time = bar.OpenTime.UnixNanoseconds;
            if (time < from || time >= to)
            {
                continue;
            }

            var slot = (time - from) / (BarMinutes * 60_000_000_000L);
            if (slot != last)
            {
                bars.Add(new Five(bar.High.InTicks, bar.Low.InTicks, bar.Close.InTicks, bar.Volume.Lots));
                last = slot;
                continue;
            }

            var so = bars[^1];
            bars[^1] = new Five(
                Math.Max(so.High, bar.High.InTicks),
                Math.Min(so.Low, bar.Low.InTicks),
                bar.Close.InTicks,
                so.Volume + bar.Volume.Lots
            );
        }

        return bars;
    }

    private readonly record struct Five(long High, long Low, long Close, long Volume);

    private sealed record Row(int Day, int Slot, double[] Sizes, double[] Moves, double LogVolatility, long Next3, long Next6);
}
