using System.Diagnostics;
using Keel.Domain.Markets;
using Keel.Trading.Core;
using Keel.Trading.Exchange;
using Keel.Trading.Ledger;
using Keel.Trading.Recording;
using Keel.Trading.Risk;
using NodaTime;

namespace Keel.Research.Backtests;

/// <summary>One run of a plan over bars that come in batches; memory stays flat however many there are.</summary>
public sealed class Backtest
{
    private readonly BacktestPlan plan;
    private readonly RunLog log;
    private readonly TradingCore core;
    private readonly SimulatedTrading? trading;
    private readonly RecordedTrading? recorded;
    private readonly RandomCompanion? random;
    private readonly PictureBars picture;
    private readonly Stopwatch clock = new();
    private Bar first;
    private Bar last;

    /// <summary>A run of which about so many bars are expected; with a tape it is recorded.</summary>
    public Backtest(BacktestPlan plan, long expectedBars, IRunTape? tape = null)
    {
        this.plan = plan;
        log = new RunLog(plan.SignalsKept);
        var recorder = tape is null ? null : new RecordedNotices(log, tape);
        TradingNotices notices = recorder is null ? log : recorder;
        core = new TradingCore(plan.Setup, notices, new RiskAccount(plan.Setup.Limits, notices), plan.NewStrategy());
        if (recorder is null)
        {
            trading = new SimulatedTrading(core, new SimulatedExchange(plan.NewFills(), core));
        }
        else
        {
            recorded = new RecordedTrading(new RecordedCore(core, recorder, tape!), plan.NewFills());
        }

        random = plan.ComparesWithRandom ? new RandomCompanion(plan, expectedBars) : null;
        picture = new PictureBars(plan.Setup.BarLength.Nanoseconds);
    }

    /// <summary>Bars taken so far.</summary>
    public long BarCount => trading?.BarCount ?? recorded!.BarCount;

    /// <summary>Takes the next bars, in the order of time.</summary>
    public void Take(ReadOnlySpan<Bar> bars)
    {
        if (bars.IsEmpty)
        {
            return;
        }

        if (BarCount == 0)
        {
            first = bars[0];
        }

        last = bars[^1];
        clock.Start();
        trading?.Run(bars);
        recorded?.Run(bars);
        clock.Stop();
        random?.Run(bars);
        picture.Add(bars);
    }

    /// <summary>Ends the run; what it leaves.</summary>
    public BacktestResult End(string dataset, Instant startedAt)
    {
        trading?.End();
        recorded?.End();
        var trades = log.Trades.ToArray();
        var net = trades.Sum(trade => trade.Net.Amount);
        return new BacktestResult
        {
            Profile = plan.Profile,
            Strategy = plan.Strategy,
            StrategyClass = plan.NewStrategy().GetType().FullName!,
            Parameters = plan.Parameters,
            Instrument = plan.Instrument,
            Dataset = dataset,
            Bars = plan.Bars,
            Start = BarCount == 0 ? null : first.OpenTime,
            End = BarCount == 0 ? null : last.OpenTime,
            TotalBars = BarCount,
            Capital = plan.HasRisk ? plan.Setup.Limits.Capital : null,
            Trades = trades,
            Days = log.Days,
            Signals = log.Signals,
            SignalCount = core.SignalCount,
            Rejections =
            [
                .. core
                    .Controls.GroupBy(control => control.Code, StringComparer.Ordinal)
                    .Select(group => KeyValuePair.Create(group.Key, group.Sum(control => control.Refused)))
                    .Where(pair => pair.Value > 0),
            ],
            RiskEvents = log.RiskEvents,
            Picture = picture.Bars,
            PictureStep = picture.Step,
            Random = random?.Compare(trades.Length, trades.Length == 0 ? 0 : net / trades.Length),
            BreakEven = plan.BreakEven,
            DaysPerYear = plan.DaysPerYear,
            StartedAt = startedAt,
            ElapsedSeconds = clock.Elapsed.TotalSeconds,
            Remarks = core.Remarks,
        };
    }
}
