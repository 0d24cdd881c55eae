using System.Globalization;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Research.Backtests;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using NodaTime;

namespace Keel.Research.Tests.Performance;

/// <summary>Small backtests to judge: trades a minute long, on Tuesday 2024-01-02 from 09:30 New York on, unless said otherwise.</summary>
internal static class Example
{
    /// <summary>09:30 New York of that Tuesday.</summary>
    public static readonly Timestamp Open = Timestamp.Parse("2024-01-02T14:30:00Z");

    /// <summary>The trading day of <see cref="Open"/>.</summary>
    public const int Day = 19_724;

    /// <summary>The micro S&amp;P.</summary>
    public static readonly Instrument Mes = InstrumentTable.Find("MES");

    /// <summary>A trade that brought this net; commission 0.84 and one tick of slippage are in it.</summary>
    public static ClosedTrade Trade(decimal net, int minute = 0, ExitReason reason = ExitReason.Stop) =>
        new()
        {
            Seat = 0,
            Side = Side.Long,
            Contracts = 1,
            Turned = 1,
            EntryTime = Open + Span.FromMinutes(minute),
            ExitTime = Open + Span.FromMinutes(minute + 1),
            EntryTicks = 20_000,
            ExitTicks = 20_001,
            Gross = Money.From(net + 2.09m),
            Commission = Money.From(0.84m),
            Slippage = Money.From(1.25m),
            Risk = Money.From(10),
            WorstOpen = Money.From(-5),
            BestOpen = Money.From(7.5m),
            Reason = reason,
            Confidence = double.NaN,
            PredictedClass = -1,
        };

    /// <summary>Trades one after another, two minutes apart.</summary>
    public static ClosedTrade[] Trades(params decimal[] nets) => [.. nets.Select((net, i) => Trade(net, 2 * i))];

    /// <summary>Days one after another, each with one trade.</summary>
    public static DayResult[] Days(params decimal[] nets) =>
        [.. nets.Select((net, i) => new DayResult(Day + i, Money.From(net), Money.From(net), 1, Money.From(Math.Min(net, 0))))];

    /// <summary>A backtest with these trades, each on a day of its own as far as days go.</summary>
    public static BacktestResult Result(IReadOnlyList<ClosedTrade> trades, IReadOnlyList<DayResult> days, Money? capital) =>
        new()
        {
            Profile = "example",
            Strategy = "ema-cross",
            StrategyClass = "Keel.Strategies.EmaCross",
            Parameters =
            [
                new("instrument", "MES"),
                new("strategy.name", "ema-cross"),
                new("strategy.fast", "9"),
                new("strategy.note", "007"),
                new("risk.daily_loss", "[50, 7.5%]"),
            ],
            Instrument = Mes,
            Dataset = "example.csv sha256:00",
            Bars = BarLength.OneMinute,
            Start = Open,
            End = Open + Span.FromMinutes(389),
            TotalBars = 390,
            Capital = capital,
            Trades = trades,
            Days = days,
            Signals = [],
            SignalCount = 12,
            Rejections = [new("daily_loss", 2), new("pause", 3)],
            RiskEvents = [],
            Picture = [],
            PictureStep = Span.FromMinutes(1),
            Random = null,
            BreakEven = new BreakEven(10.84m, 6.66m),
            DaysPerYear = 252,
            StartedAt = Instant.FromUtc(2026, 1, 5, 10, 15, 30),
            ElapsedSeconds = 0.02,
            Remarks = [],
        };

    /// <summary>Cents as dollars.</summary>
    public static Money Dollars(string amount) => Money.From(decimal.Parse(amount, CultureInfo.InvariantCulture));
}
