using System.Diagnostics;
using Keel.Data;
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

        log.ShownBars = () => core.StrategyBars;
        random = plan.ComparesWithRandom ? new RandomCompanion(plan, expectedBars) : null;
        picture = new PictureBars(plan.Setup.BarLength.Nanoseconds);
    }

    /// <summary>Bars taken so far.</summary>
    public long BarCount => trading?.BarCount ?? recorded!.BarCount;

    /// <summary>Bars that the strategy could see.</summary>
    public long ShownBars => core.ShownBars;

    /// <summary>Takes the next bars, in the order of time.</summary>
    public void Take(ReadOnlySpan<Bar> bars)
    {
        if (bars.IsEmpty)
        {
            return;
        }

        clock.Start();
        try
        {
            trading?.Run(bars);
            recorded?.Run(bars);
        }
        catch (Exception fault) when (IsOfStrategy(fault))
        {
            throw new DataException(
                $"the strategy {plan.Strategy} failed after {core.LastShown}",
                fault.Message,
                "mend it; --verbose shows where it failed",
                fault
            );
        }

        clock.Stop();
        random?.Run(bars);
        picture.Add(bars);
    }

    /// <summary>Ends the run; what it leaves, remarks about its data included.</summary>
    public BacktestResult End(string dataset, Instant startedAt, IReadOnlyList<string> remarks)
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
            Start = core.ShownBars == 0 ? null : core.FirstShown,
            End = core.ShownBars == 0 ? null : core.LastShown,
            TotalBars = core.StrategyBars,
            Capital = plan.HasRisk ? plan.Setup.Limits.Capital : null,
            Trades = trades,
            ExitBars = log.ExitBars,
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
            Random = random?.Compare(trades.Length, net, trades.Sum(trade => (long)trade.Contracts)),
            BreakEven = plan.BreakEven,
            DaysPerYear = plan.DaysPerYear,
            StartedAt = startedAt,
            ElapsedSeconds = clock.Elapsed.TotalSeconds,
            Remarks = [.. remarks, .. core.Remarks, .. LateExits(trades)],
        };
    }

    private bool IsOfStrategy(Exception fault) =>
        fault is not (FaultException or DataException)
        && fault.StackTrace?.Contains($"{core.StrategyType.FullName}.", StringComparison.Ordinal) == true;

    /// <summary>Data that end with regular hours have no price at which a position could leave after them.</summary>
    private IEnumerable<string> LateExits(ClosedTrade[] trades)
    {
        if (plan.Setup.Plans.Rules.Overnight)
        {
            yield break;
        }

        var late = trades.Count(IsLate);
        if (late > 0)
        {
            yield return $"{late} positions were closed on a later day than they should have been: the data have no price between the time to leave and the next session";
        }
    }

    // Whatever closed it in the end: a position of a day that must end flat was still there when the next one began.
    private bool IsLate(ClosedTrade trade) =>
        plan.Setup.Plans.At(trade.EntryTime) is { End.FlatBy: not null } day && trade.ExitTime >= day.Until;
}
