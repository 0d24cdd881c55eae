using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Sessions;
using Keel.Trading.Core;
using Keel.Trading.Core.InFlight;
using Keel.Trading.Days;
using Keel.Trading.Ledger;
using Keel.Trading.Risk;
using Keel.Trading.Setup;
using NodaTime;

namespace Keel.Trading.Tests.Core.Chaos;

/// <summary>A core for the micro S&amp;P future, as the tests of this folder want it: eight ticks of stop, twelve of target, small fees.</summary>
internal static class ChaosDesk
{
    public const int StopTicks = 8;
    public static readonly Instrument Mes = InstrumentTable.Find("MES");
    public static readonly long TickValue = Money.From(Mes.TickValue).Units;
    public static readonly Money Fee = Money.FromCents(61);

    private static readonly DayPlans Plans = DayPlans.ByClock(
        ClockHours.NewYork,
        new DayRules
        {
            NoEntry = new LocalTime(15, 30),
            Flat = new LocalTime(15, 50),
            Hours = TradedHours.All,
        }
    );

    /// <summary>The usual setup; a test changes what it is about.</summary>
    public static TradingSetup Setup { get; } =
        new()
        {
            Instrument = Mes,
            BarLength = Span.FromSeconds(1),
            Foresight = Span.Zero,
            Plans = Plans,
            Exits = new ExitRules
            {
                Stop = StopKind.Ticks,
                StopValue = StopTicks,
                Target = TargetKind.Ticks,
                TargetValue = 12,
            },
            Fees = FeeRule.PerSide(Fee),
            Reserve = new Reserve(1, 2, 0),
            SlippageTicks = 1,
            Limits = new RiskLimits { Capital = Money.FromCents(10_000_000) },
            Controls = _ => [],
            InFlight = new InFlightRules(),
        };

    /// <summary>A core with strategies that wish at random.</summary>
    public static TradingCore Core(TradingSetup setup, ulong seed, int seats, int lots, TradingNotices? notices = null)
    {
        var strategies = Enumerable.Range(0, seats).Select(seat => new RandomWishes(seed + (ulong)seat)).ToArray();
        notices ??= TradingNotices.None;
        return new TradingCore(setup, notices, new RiskAccount(setup.Limits, notices), strategies) { AskedLots = lots };
    }
}
