using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Trading.Core;
using Keel.Trading.Exchange;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Risk;
using Keel.Trading.Setup;
using Keel.Trading.Strategies;
using Keel.Trading.Tests.Exchange;

namespace Keel.Trading.Tests.Seats;

/// <summary>Several strategies at one core and one exchange, MES, a side costs 0.61; the exchange's own ledger stands beside the core's.</summary>
internal sealed class ManyDesk : IExchangeMember
{
    public static readonly Instrument Mes = InstrumentTable.Find("MES");
    public static readonly long TickValue = Money.From(Mes.TickValue).Units;
    public static readonly long Monday = Timestamp.Parse("2026-03-02T15:00:00Z").UnixNanoseconds;

    private readonly SimulatedExchange exchange;
    private long now = Monday;

    public ManyDesk(
        TradingSetup setup,
        Told log,
        IReadOnlyList<SeatPlan> plans,
        int slip = 0,
        int lots = 1,
        RiskAccount? pool = null
    )
    {
        Log = log;
        Core = new TradingCore(setup, log, pool ?? new RiskAccount(setup.Limits, log), plans) { AskedLots = lots };
        var rules = new FillRules
        {
            Model = FillModel.Touch,
            Slippage = SlippageRule.Fixed(slip),
            Fees = setup.Fees,
        };
        exchange = new SimulatedExchange(rules, this);
    }

    public static TradingSetup Usual =>
        new()
        {
            Instrument = Mes,
            BarLength = Span.FromSeconds(1),
            Foresight = Span.FromSeconds(1),
            Plans = TradedByCore.EveryHour,
            Exits = new ExitRules { Stop = StopKind.Ticks, StopValue = 8 },
            Fees = FeeRule.PerSide(Money.FromCents(61)),
            Reserve = new Reserve(1, 2, 0),
            SlippageTicks = 1,
            Limits = new RiskLimits { Capital = Money.From(100_000) },
            Controls = _ => [],
        };

    public Told Log { get; }

    public TradingCore Core { get; }

    /// <summary>What the exchange has filled, in lots; and what that has moved in cash, in units.</summary>
    public long VenueLots { get; private set; }

    public long VenueCash { get; private set; }

    public int VenueFills { get; private set; }

    /// <summary>What is looked at after each bar.</summary>
    public Action? AfterBar { get; set; }

    public CommandBuffer Commands => Core.Commands;

    public long Now => Core.Now;

    public int Day => Core.Day;

    public long BarLength => Core.BarLength;

    public long Clock => now;

    public void Hear(in VenueReport report)
    {
        if (report.Kind == ReportKind.Filled)
        {
            var id = report.OrderId;
            var side = Core.Seats.Select(seat => seat.Find(id)).First(order => order is not null)!.Side;
            VenueFills++;
            VenueLots += (int)side * report.Lots;
            VenueCash -= ((int)side * report.Lots * report.Price * TickValue) + report.Fee;
        }

        Core.Step(in report);
    }

    /// <summary>A second passes: what rests trades first, then the strategies see the bar.</summary>
    public void Bar(long price, long? low = null, long? high = null)
    {
        var bar = new Bar(new(now), new(price), new(high ?? price), new(low ?? price), new(price), new Quantity(9));
        while (Core.NextWake <= now)
        {
            Core.Step(new Timestamp(Core.NextWake == long.MinValue ? now : Core.NextWake));
            exchange.Take();
        }

        exchange.Trade(in bar);
        now += Core.BarLength;
        Core.Step(in bar);
        exchange.Close(in bar);
        exchange.Take();
        AfterBar?.Invoke();
    }

    /// <summary>Nothing trades until an instant.</summary>
    public void SkipTo(long instant) => now = instant;

    public void Bars(params ReadOnlySpan<long> prices)
    {
        foreach (var price in prices)
        {
            Bar(price);
        }
    }

    /// <summary>The data end.</summary>
    public void End()
    {
        Core.Flatten(ExitReason.EndOfData);
        exchange.Take();
        exchange.End();
        Core.EndDay();
    }

    /// <summary>Keeps all that a core tells.</summary>
    internal sealed class Told : TradeLog
    {
        public List<RiskEvent> Risk { get; } = [];

        public List<DayResult> SeatDays { get; } = [];

        public List<SignalRecord> Signals { get; } = [];

        public override void OnRisk(in RiskEvent happened) => Risk.Add(happened);

        public override void OnSeatDay(in DayResult day) => SeatDays.Add(day);

        public override void OnSignal(in SignalRecord signal) => Signals.Add(signal);
    }

    /// <summary>Says at the n-th bar what the n-th letter says, and then what it is told: L, S or F; anything else says nothing.</summary>
    internal sealed class Says(string script = "") : Strategy
    {
        private int place;

        public char Next { get; set; }

        public List<Bar> Seen { get; } = [];

        public override void OnBar(in Bar bar, StrategyDesk desk)
        {
            Seen.Add(bar);
            var letter = Next != default ? Next : script.ElementAtOrDefault(place);
            (Next, place) = (default, place + 1);
            if (letter == 'L')
            {
                desk.Long();
            }
            else if (letter == 'S')
            {
                desk.Short();
            }
            else if (letter == 'F')
            {
                desk.Flat();
            }
        }
    }
}
