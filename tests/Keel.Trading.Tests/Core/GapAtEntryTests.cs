using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Trading.Core;
using Keel.Trading.Exchange;
using Keel.Trading.Ledger;
using Keel.Trading.Risk;
using Keel.Trading.Setup;
using Keel.Trading.Tests.Exchange;

namespace Keel.Trading.Tests.Core;

public sealed class GapAtEntryTests
{
    private const long Minute = 60 * Timestamp.NanosecondsPerSecond;
    private static readonly Timestamp Start = Timestamp.Parse("2024-03-05T15:00:00Z");

    [Theory]
    [InlineData("0 long", 208)]
    [InlineData("0 short", -208)]
    public void A_jump_between_decision_and_entry_is_no_loss_of_the_position(string script, int jump)
    {
        var (core, log) = Trade(
            FillModel.Conservative,
            script,
            new ExitRules { Stop = StopKind.Ticks, StopValue = 60 },
            0,
            jump,
            jump
        );

        Assert.Equal(HaltKind.None, core.Account.Halt);
        Assert.Equal(0, log.Trades.Length);
        Assert.NotEqual(0, core.Seats[0].Position);
    }

    [Theory]
    [InlineData(FillModel.Conservative)]
    [InlineData(FillModel.Optimistic)]
    public void Two_minutes_are_two_minutes_in_every_fill_model(FillModel model)
    {
        var exits = new ExitRules
        {
            Stop = StopKind.Ticks,
            StopValue = 60,
            Time = Span.FromMinutes(2),
        };

        var (_, log) = Trade(model, "0 long", exits, 0, 0, 0, 0, 0, 0);

        // An optimist's fills carry the opening time of the bar at whose close they were made.
        var trade = Assert.Single(log.Trades.ToArray());
        Assert.Equal(Span.FromMinutes(2), trade.ExitTime - trade.EntryTime);
    }

    private static (TradingCore Core, TradeLog Log) Trade(FillModel model, string script, ExitRules exits, params int[] offsets)
    {
        var limits = new RiskLimits { Capital = Money.FromCents(100_000), Kill = new LossLimit(Money.FromCents(20_000), 0) };
        var log = new TradeLog();
        var setup = new TradingSetup
        {
            Instrument = InstrumentTable.Find("MES"),
            BarLength = Span.FromMinutes(1),
            Foresight = Span.FromMinutes(1),
            Plans = TradedByCore.EveryHour,
            Exits = exits,
            Fees = FeeRule.PerSide(Money.FromCents(42)),
            Reserve = new Reserve(0, 1, 0),
            SlippageTicks = 1,
            Limits = limits,
            Controls = _ => [],
        };
        var core = new TradingCore(setup, log, new RiskAccount(limits, log), new ScriptedStrategy(script));
        var trading = new SimulatedTrading(core, new SimulatedExchange(TradedByCore.Rules(model), core));
        trading.Run([.. offsets.Select((offset, i) => Flat(i, 20_000 + offset))]);
        return (core, log);
    }

    private static Bar Flat(int minute, long price) =>
        new(
            new Timestamp(Start.UnixNanoseconds + (minute * Minute)),
            new(price),
            new(price),
            new(price),
            new(price),
            new Quantity(9)
        );
}
