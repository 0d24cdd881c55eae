using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using Keel.Trading.Conditions;
using Keel.Trading.Core;
using Keel.Trading.Days;
using Keel.Trading.Exchange;
using Keel.Trading.Ledger;
using Keel.Trading.Risk;
using Keel.Trading.Setup;
using Keel.Trading.Strategies;
using NodaTime;
using static Keel.Trading.Tests.Risk.Entry;

namespace Keel.Trading.Tests.Risk;

/// <summary>What the core fills into a proposal, seen by a control in the middle of a run.</summary>
public sealed class CoreTellsControlsTests
{
    [Fact]
    public void A_control_knows_the_market_the_last_exit_and_when_the_seat_may_enter_again()
    {
        var spy = new Spy(new MarketConditions(Span.FromMinutes(1), new BreakerRules { RangeMinutes = 2 }));
        var limits = new RiskLimits { Capital = Money.From(1000) };
        var fees = FeeRule.PerSide(Money.From(0.61m));
        var setup = new TradingSetup
        {
            Instrument = Mes,
            BarLength = Span.FromMinutes(1),
            Foresight = Span.FromMinutes(1),
            Plans = DayPlans.ByClock(
                ClockHours.NewYork,
                new DayRules { NoEntry = new LocalTime(15, 45), Flat = new LocalTime(15, 55) }
            ),
            Exits = new ExitRules
            {
                Stop = StopKind.Ticks,
                StopValue = 8,
                Bars = 2,
                Cooldown = Span.FromSeconds(90),
            },
            Fees = fees,
            Reserve = Entry.Reserve,
            SlippageTicks = 1,
            Limits = limits,
            Controls = _ => [spy],
        };
        var core = new TradingCore(setup, TradingNotices.None, new RiskAccount(limits, TradingNotices.None), new AlwaysLong());
        var rules = new FillRules
        {
            Model = FillModel.Touch,
            Slippage = SlippageRule.Fixed(1),
            Fees = fees,
        };
        var trading = new SimulatedTrading(core, new SimulatedExchange(rules, core));
        var bars = new Bar[20];
        for (var i = 0; i < bars.Length; i++)
        {
            var at = new Timestamp(At("2025-06-03 10:00") + (i * Minute));
            bars[i] = new Bar(at, new Price(100), new Price(103), new Price(99), new Price(100), new Quantity(7));
        }

        trading.Run(bars);

        Assert.Equal(4, spy.Conditions.Range);
        Assert.Equal((20_242, -1, null), (spy.Day, spy.PredictedClass, spy.Limit));
        Assert.Equal((0, null), (spy.UnknownOrders, spy.OwnOpposite));
        Assert.Equal(99, spy.LastExitPrice);
        Assert.Equal(spy.LastExitAt + (90 * Second), spy.CoolsUntil);
        Assert.True(spy.Entered > 1);
    }

    private sealed class AlwaysLong : Strategy
    {
        public override void OnBar(in Bar bar, StrategyDesk desk) => desk.Long();
    }

    private sealed class Spy(MarketConditions conditions) : EntryControl("spy")
    {
        public MarketConditions Conditions { get; } = conditions;

        public override MarketConditions? Watches => Conditions;

        public int Day { get; private set; }

        public int PredictedClass { get; private set; }

        public long? Limit { get; private set; }

        public int UnknownOrders { get; private set; }

        public long? OwnOpposite { get; private set; }

        public long LastExitAt { get; private set; }

        public long LastExitPrice { get; private set; }

        public long CoolsUntil { get; private set; }

        public int Entered { get; private set; }

        public override Ruling Review(EntryProposal proposal)
        {
            (Day, PredictedClass, Limit) = (proposal.Day, proposal.PredictedClass, proposal.Limit);
            (UnknownOrders, OwnOpposite) = (proposal.UnknownOrders, proposal.OwnOpposite);
            (LastExitAt, LastExitPrice, CoolsUntil) = (proposal.LastExitAt, proposal.LastExitPrice, proposal.CoolsUntil);
            return Ruling.Allowed;
        }

        public override void OnEntry(EntryProposal proposal) => Entered++;
    }
}
