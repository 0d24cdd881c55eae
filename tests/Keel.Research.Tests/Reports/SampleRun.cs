using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using Keel.Research.Backtests;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using NodaTime;

namespace Keel.Research.Tests.Reports;

/// <summary>A made-up run of a stop of 8 and a target of 12 ticks on a random walk: looks like a backtest, and says nothing about one.</summary>
internal sealed class SampleRun
{
    private const int StopTicks = 8;
    private const int TargetTicks = 12;
    private const int BarsOfDay = 78;
    private static readonly Money Fee = Money.FromCents(84);
    private static readonly Money TickValue = Money.FromCents(125);

    private readonly Random chance = new(7);
    private readonly List<Bar> bars = [];
    private readonly List<ClosedTrade> trades = [];
    private readonly List<DayResult> days = [];

    private SampleRun(int tradeCount, int dayCount, double winRate)
    {
        MakeBars(dayCount);
        for (var number = 0; number < tradeCount; number++)
        {
            trades.Add(MakeTrade(number, tradeCount, winRate));
        }

        MakeDays();
    }

    /// <summary>A run with so many trades over so many trading days from 2 January 2023 on.</summary>
    public static BacktestResult Of(int trades, int days = 260, double winRate = 0.47) =>
        new SampleRun(trades, days, winRate).Result();

    private void MakeBars(int dayCount)
    {
        var price = 20_000;
        for (var date = new LocalDate(2023, 1, 2); days.Count < dayCount; date = date.PlusDays(1))
        {
            if (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
            {
                continue;
            }

            days.Add(new DayResult(Period.DaysBetween(new LocalDate(1970, 1, 1), date), default, default, 0, default));
            var open = date.At(new LocalTime(9, 30)).InZoneStrictly(TradingZones.NewYork).ToInstant();
            for (var bar = 0; bar < BarsOfDay; bar++)
            {
                var close = price + chance.Next(-14, 15);
                var high = Math.Max(price, close) + chance.Next(0, 9);
                var low = Math.Min(price, close) - chance.Next(0, 9);
                var time = Timestamp.FromInstant(open) + (Span.FromMinutes(5) * bar);
                bars.Add(new Bar(time, new(price), new(high), new(low), new(close), new(chance.Next(100, 2000))));
                price = close;
            }
        }
    }

    private ClosedTrade MakeTrade(int number, int count, double winRate)
    {
        // Spread evenly over the bars: with more trades than bars several share one.
        var span = (bars.Count - 8) / (double)count;
        var at = (int)((number + chance.NextDouble()) * span);
        var side = chance.Next(2) == 0 ? Side.Long : Side.Short;
        var wins = chance.NextDouble() < winRate;
        var reason = (wins, chance.Next(12)) switch
        {
            (_, 0) => ExitReason.EndOfDay,
            (true, _) => ExitReason.Target,
            (false, _) => ExitReason.Stop,
        };
        var ticks = reason switch
        {
            ExitReason.Target => TargetTicks,
            ExitReason.Stop => -StopTicks,
            _ => chance.Next(-6, 9),
        };
        var entry = bars[at].Open.InTicks + (int)side;
        var exit = entry + ((int)side * ticks);
        var slippage = TickValue * (reason == ExitReason.Target ? 1 : 2);
        return new ClosedTrade
        {
            Seat = 0,
            Side = side,
            Contracts = 1,
            Turned = 1,
            EntryTime = bars[at].OpenTime,
            ExitTime = bars[at + 1 + (number % 6)].OpenTime,
            EntryTicks = entry,
            ExitTicks = exit,
            Gross = (TickValue * ticks) + slippage,
            Commission = Fee,
            Slippage = slippage,
            Risk = (TickValue * (StopTicks + 1)) + Fee,
            WorstOpen = TickValue * Math.Min(0, Math.Max(-StopTicks, ticks - chance.Next(8))),
            BestOpen = TickValue * Math.Max(0, Math.Min(TargetTicks, ticks + chance.Next(8))),
            Reason = reason,
            Confidence = double.NaN,
            PredictedClass = -1,
            IsAmbiguous = reason == ExitReason.Stop && number % 40 == 3,
        };
    }

    private void MakeDays()
    {
        trades.Sort((left, right) => left.ExitTime.CompareTo(right.ExitTime));
        var byDay = trades.ToLookup(trade => (int)(trade.ExitTime.UnixNanoseconds / (86_400 * Timestamp.NanosecondsPerSecond)));
        for (var day = 0; day < days.Count; day++)
        {
            var net = byDay[days[day].DayNumber].Aggregate(Money.Zero, (sum, trade) => sum + trade.Net);
            days[day] = days[day] with { Net = net, Realised = net, Trades = byDay[days[day].DayNumber].Count() };
        }
    }

    private BacktestResult Result()
    {
        var expectancy = trades.Count == 0 ? 0 : trades.Average(trade => (double)trade.Net.Amount);
        var random = Enumerable
            .Range(0, 200)
            .Select(_ => -2.6 + ((chance.NextDouble() + chance.NextDouble() - 1) * 1.4))
            .ToList();
        // At most 4,000 bars in the picture, as runs keep it.
        var joined = (bars.Count / 4000) + 1;
        return new BacktestResult
        {
            Profile = "ema-cross-mes-5m",
            Strategy = "ema-cross",
            StrategyClass = "Keel.Strategies.EmaCross",
            Parameters =
            [
                new("strategy.fast", "9"),
                new("strategy.slow", "21"),
                new("exits.stop_ticks", "8"),
                new("exits.target_ticks", "12"),
                new("size.contracts", "1"),
                new("fills.model", "conservative"),
                new("fills.slippage_ticks", "1"),
                new("costs.per_side", "0.42"),
                new("session.no_entry", "15:45:00"),
                new("session.flat", "15:55:00"),
                new("risk.capital", "1000"),
                new("risk.daily_loss", "[50, 5%]"),
            ],
            Instrument = Instrument.Custom("MES", 0.25m) with { PointValue = 5 },
            Dataset = "mes-5m 3f9a1c77",
            Bars = BarLength.FromSeconds(300),
            Start = bars.Count == 0 ? null : bars[0].OpenTime,
            End = bars.Count == 0 ? null : bars[^1].OpenTime,
            TotalBars = bars.Count,
            Capital = Money.FromCents(10_000_00),
            Trades = trades,
            Days = days,
            Signals = [],
            SignalCount = trades.Count + 41,
            Rejections = [new("daily_loss", 29), new("pause", 12), new("trade_risk", 0)],
            RiskEvents =
            [
                new(bars.Count == 0 ? default : bars[30].OpenTime, "streak_pause", "pause", 3, 3, null),
                new(bars.Count == 0 ? default : bars[60].OpenTime, "daily_loss", "flatten", 51.24m, 50, null),
            ],
            Picture = [.. bars.Chunk(joined).Select(Join)],
            PictureStep = Span.FromMinutes(5 * joined),
            Random = new RandomComparison(200, random, random.Count(net => net >= expectancy) / 200.0, Money.FromCents(268)),
            BreakEven = new BreakEven(10.84m, 14.16m),
            DaysPerYear = 252,
            StartedAt = Instant.FromUtc(2026, 1, 5, 9, 0),
            ElapsedSeconds = 0.04,
            Remarks = [],
        };
    }

    private static Bar Join(Bar[] part) =>
        new(
            part[0].OpenTime,
            part[0].Open,
            part.Max(bar => bar.High),
            part.Min(bar => bar.Low),
            part[^1].Close,
            new(part.Sum(bar => bar.Volume.Lots))
        );
}
