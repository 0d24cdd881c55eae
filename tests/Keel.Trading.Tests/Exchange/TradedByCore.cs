using System.Globalization;
using System.Text;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using Keel.Trading.Core;
using Keel.Trading.Days;
using Keel.Trading.Exchange;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Setup;

namespace Keel.Trading.Tests.Exchange;

/// <summary>Core and exchange over a few bars of MES (a tick is $1.25, a side costs $0.42), and the trades that come of it as text.</summary>
internal sealed class TradedByCore
{
    public static readonly DayPlans EveryHour = DayPlans.ByClock(ClockHours.NewYork, new DayRules { Hours = TradedHours.All });

    private readonly TradeLog log = new();

    public TradedByCore(FillRules rules, string script, EntryOrders? entries = null, DayPlans? plans = null)
    {
        var limits = new RiskLimits { Capital = Money.Zero };
        var setup = new TradingSetup
        {
            Instrument = InstrumentTable.Find("MES"),
            BarLength = Span.FromSeconds(60),
            Foresight = Span.FromSeconds(60),
            Plans = plans ?? EveryHour,
            Exits = new ExitRules { Stop = StopKind.Ticks, StopValue = 8 },
            Entries = entries ?? EntryOrders.AtMarket,
            Fees = FeeRule.PerSide(Money.FromCents(42)),
            Reserve = new Reserve(0, 1, 0),
            SlippageTicks = 1,
            Limits = limits,
            Controls = _ => [],
        };
        Core = new TradingCore(setup, log, new RiskAccount(limits, log), new ScriptedStrategy(script));
        Exchange = new SimulatedExchange(rules, Core);
    }

    public TradingCore Core { get; }

    public SimulatedExchange Exchange { get; }

    public ReadOnlySpan<ClosedTrade> Trades => log.Trades;

    public static FillRules Rules(FillModel model, int slip = 1) =>
        new()
        {
            Model = model,
            Slippage = SlippageRule.Fixed(slip),
            Fees = FeeRule.PerSide(Money.FromCents(42)),
        };

    /// <summary>Runs to the end and tells the trades.</summary>
    public string Over(ReadOnlySpan<Bar> bars)
    {
        var trading = new SimulatedTrading(Core, Exchange);
        trading.Run(bars);
        trading.End();
        return Told();
    }

    /// <summary>Each trade as side, fills, reason, gross, slippage, fees, net; a question mark when the worse of two was taken.</summary>
    public string Told()
    {
        var text = new StringBuilder();
        foreach (ref readonly var trade in log.Trades)
        {
            text.Append(text.Length > 0 ? "; " : "");
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(trade.Side == Side.Long ? "long" : "short")} {trade.EntryPrice}>{trade.ExitPrice} {trade.Reason.ToString().ToLowerInvariant()} {trade.Gross.Amount:0.00} {trade.Slippage.Amount:0.00} {trade.Commission.Amount:0.00} {trade.Net.Amount:0.00}{(trade.IsAmbiguous ? " ?" : "")}"
            );
        }

        return text.ToString();
    }
}
