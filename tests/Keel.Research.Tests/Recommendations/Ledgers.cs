using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Research.Backtests;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using NodaTime;

namespace Keel.Research.Tests.Recommendations;

/// <summary>Backtests and trades written down by hand.</summary>
internal static class Ledgers
{
    public static bool Long => Environment.GetEnvironmentVariable("KEEL_LONG") == "1";

    public static Timestamp NewYork(LocalDate day, LocalTime time) =>
        Timestamp.FromInstant((day + time).InZoneStrictly(DateTimeZoneProviders.Tzdb["America/New_York"]).ToInstant());

    /// <summary>One contract of MES: ticks made or lost, $1.25 each, and what it cost.</summary>
    public static ClosedTrade Trade(
        Timestamp entry,
        Side side,
        long ticks,
        ExitReason reason,
        decimal commission = 0.84m,
        decimal risk = 10.84m,
        int contracts = 1,
        decimal slippage = 0
    ) =>
        new()
        {
            Seat = 0,
            Side = side,
            Contracts = contracts,
            Turned = contracts,
            EntryTime = entry,
            ExitTime = entry + Span.FromSeconds(600),
            EntryTicks = 20_000 * contracts,
            ExitTicks = (20_000 + ((int)side * ticks)) * contracts,
            Gross = Money.From(1.25m * ticks * contracts),
            Commission = Money.From(commission * contracts),
            Slippage = Money.From(slippage * contracts),
            Risk = Money.From(risk * contracts),
            WorstOpen = Money.From(Math.Min(0, 1.25m * ticks)),
            BestOpen = Money.From(Math.Max(0, 1.25m * ticks)),
            Reason = reason,
            Confidence = double.NaN,
            PredictedClass = -1,
        };

    public static BacktestResult Of(
        IReadOnlyList<ClosedTrade> trades,
        BreakEven? breakEven = null,
        RandomComparison? random = null,
        long? signals = null,
        params KeyValuePair<string, string>[] parameters
    ) =>
        new()
        {
            Profile = "by-hand",
            Strategy = "random",
            StrategyClass = "RandomEntries",
            Parameters = parameters,
            Instrument = InstrumentTable.Find("MES"),
            Dataset = "none",
            Bars = BarLength.Parse("1m"),
            Start = null,
            End = null,
            TotalBars = 0,
            Capital = null,
            Trades = trades,
            Days = [],
            Signals = [],
            SignalCount = signals ?? trades.Count,
            Rejections = [],
            RiskEvents = [],
            Picture = [],
            PictureStep = Span.FromSeconds(60),
            Random = random,
            BreakEven = breakEven,
            DaysPerYear = 252,
            StartedAt = NodaConstants.UnixEpoch,
            ElapsedSeconds = 0,
            Remarks = [],
        };
}
