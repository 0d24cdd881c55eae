using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using Keel.Strategies.Rules;
using Keel.Trading.Core;
using Keel.Trading.Days;
using Keel.Trading.Exchange;
using Keel.Trading.Ledger;
using Keel.Trading.Risk;
using Keel.Trading.Setup;
using NodaTime;

namespace Keel.Research.Reference;

/// <summary>The reference jobs on the engine itself: its ordinary strategy, desk, exchange, costs and risk, configured as a profile would.</summary>
public sealed class ReferenceEngine
{
    private static readonly Instrument Mes = InstrumentTable.Find("MES");
    private readonly ReferenceParameters job;
    private readonly DayPlans plans;
    private readonly TradeLog log;

    /// <summary>An engine for one job, with room for so many trades.</summary>
    public ReferenceEngine(ReferenceParameters job, int room = 1024)
        : this(job, room, PlansOf(job)) { }

    internal ReferenceEngine(ReferenceParameters job, int room, DayPlans plans)
    {
        (this.job, this.plans) = (job, plans);
        log = new TradeLog(room);
    }

    /// <summary>The trades of the last run.</summary>
    public ReadOnlySpan<ClosedTrade> Trades => log.Trades;

    /// <summary>Whether invariants are asserted; off only where their cost is measured.</summary>
    internal bool ChecksInvariants { get; init; } = true;

    /// <summary>Bytes that the last run allocated between its first and its last bar.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>Runs the job from the first bar to the last.</summary>
    public TradingCore Run(Series<Bar> bars)
    {
        log.Clear();
        var core = NewCore();
        var exchange = new SimulatedExchange(
            new FillRules
            {
                Model = FillModel.Touch,
                Slippage = SlippageRule.Fixed(job.Slip),
                Fees = FeeRule.PerSide(Money.FromCents(job.FeeCents)),
            },
            core
        );
        var trading = new SimulatedTrading(core, exchange);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var block = 0; block < bars.BlockCount; block++)
        {
            trading.Run(bars.Block(block));
        }

        AllocatedBytes = GC.GetAllocatedBytesForCurrentThread() - before;
        trading.End();
        return core;
    }

    /// <summary>The days of a job, made once for however many engines run it.</summary>
    internal static DayPlans PlansOf(ReferenceParameters job) =>
        DayPlans.ByClock(
            ClockHours.NewYork,
            new DayRules
            {
                NoEntry = LocalTime.FromSecondsSinceMidnight(job.NoEntry),
                Flat = LocalTime.FromSecondsSinceMidnight(job.Flat),
                Hours = TradedHours.All,
            }
        );

    /// <summary>Runs the job and adds up what it gave.</summary>
    public ReferenceOutcome Outcome(Series<Bar> bars)
    {
        var core = Run(bars);
        var trades = new ReferenceTrade[Trades.Length];
        for (var i = 0; i < trades.Length; i++)
        {
            trades[i] = ReferenceTrade.From(in Trades[i]);
        }

        return ReferenceOutcome.Of(
            trades,
            new ReferenceCounts
            {
                Signals = core.SignalCount,
                RefusedByDayLimit = Refused(core, Reasons.DailyLoss),
                RefusedByPause = Refused(core, Reasons.Pause),
                RefusedByTradeRisk = Refused(core, Reasons.TradeRisk),
                RefusedByWorstCase = Refused(core, Reasons.WorstCase),
                WorstDay = job.Risk is null ? 0 : log.Days.Min(day => day.LowestRealised.RoundedCents),
            }
        );
    }

    /// <summary>The checksum over trades of one contract.</summary>
    public static string ChecksumOf(ReadOnlySpan<ClosedTrade> trades)
    {
        var checksum = default(TradeChecksum);
        foreach (ref readonly var trade in trades)
        {
            checksum.Add(ReferenceTrade.From(in trade));
        }

        return checksum.ToString();
    }

    private static long Refused(TradingCore core, string code) =>
        core.Controls.Where(control => control.Code == code).Sum(control => control.Refused);

    private TradingCore NewCore()
    {
        var limits = job.Risk is { } risk
            ? new RiskLimits
            {
                Capital = Money.FromCents(100_000_000),
                DailyLoss = new LossLimit(Money.FromCents(risk.DayLimitCents), 0),
                PerTrade = new LossLimit(Money.FromCents(risk.TradeLimitCents), 0),
                Streaks =
                [
                    new StreakPause(risk.ShortStreak, Span.FromSeconds(risk.ShortPause)),
                    new StreakPause(risk.LongStreak, Span.FromSeconds(risk.LongPause)),
                ],
            }
            : new RiskLimits { Capital = Money.Zero };
        var reserve = new Reserve(0, job.Slip, 0);
        var setup = new TradingSetup
        {
            Instrument = Mes,
            BarLength = Span.FromSeconds(1),
            Foresight = Span.FromSeconds(1),
            Plans = plans,
            Exits = new ExitRules
            {
                Stop = StopKind.Ticks,
                StopValue = job.Stop,
                Target = TargetKind.Ticks,
                TargetValue = job.Target,
            },
            Fees = FeeRule.PerSide(Money.FromCents(job.FeeCents)),
            Reserve = reserve,
            SlippageTicks = job.Slip,
            Limits = limits,
            ChecksInvariants = ChecksInvariants,
            Controls = account => EntryControls.Of(limits, account, new EntryFacts { Instrument = Mes, Reserve = reserve }),
        };
        return new TradingCore(setup, log, new RiskAccount(limits, log), new EmaCross(job.Fast, job.Slow));
    }
}
