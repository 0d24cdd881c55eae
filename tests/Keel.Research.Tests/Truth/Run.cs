using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using Keel.Research.Backtests;
using Keel.Trading.Days;
using Keel.Trading.Exchange;
using Keel.Trading.Risk;
using Keel.Trading.Setup;
using Keel.Trading.Strategies;
using NodaTime;

namespace Keel.Research.Tests.Truth;

/// <summary>A backtest through the real engine, without anything around it: stop, target and holding time, costs, hours.</summary>
internal sealed record Run
{
    public required Bar[] Bars { get; init; }

    public required Func<Strategy> Strategy { get; init; }

    public int Minutes { get; init; } = 1;

    public int Stop { get; init; } = 400;

    public int Target { get; init; }

    public int? Hold { get; init; }

    public int Slip { get; init; } = 1;

    public decimal Fee { get; init; } = 0.42m;

    public FillModel Model { get; init; } = FillModel.Conservative;

    public BacktestResult Result()
    {
        var length = Span.FromMinutes(Minutes);
        var setup = new TradingSetup
        {
            Instrument = Market.Mes,
            BarLength = length,
            Foresight = length,
            Plans = DayPlans.ByClock(
                ClockHours.NewYork,
                new DayRules { NoEntry = new LocalTime(15, 45), Flat = new LocalTime(15, 55) }
            ),
            Exits = new ExitRules
            {
                Stop = StopKind.Ticks,
                StopValue = Stop,
                Target = Target == 0 ? TargetKind.None : TargetKind.Ticks,
                TargetValue = Target,
                Bars = Hold,
            },
            Fees = FeeRule.PerSide(Money.From(Fee)),
            Reserve = new Reserve(0, Slip, 0),
            SlippageTicks = Slip,
            Limits = new RiskLimits { Capital = Money.Zero },
            Controls = _ => [],
        };
        var plan = new BacktestPlan
        {
            Profile = "truth",
            Strategy = "truth",
            Parameters = [],
            Instrument = Market.Mes,
            Bars = BarLength.Parse($"{Minutes}m"),
            Setup = setup,
            NewFills = () =>
                new FillRules
                {
                    Model = Model,
                    Slippage = SlippageRule.Fixed(Slip),
                    Fees = setup.Fees,
                },
            NewStrategy = Strategy,
            HasRisk = false,
            ComparesWithRandom = false,
        };
        var backtest = new Backtest(plan, Bars.Length);
        backtest.Take(Bars);
        return backtest.End("truth", Instant.FromUnixTimeSeconds(0), []);
    }
}
