using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Core;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Setup;
using Keel.Trading.Strategies;
using Keel.Trading.Tests.Core.Chaos;

namespace Keel.Trading.Tests.Core;

/// <summary>A core whose wishes and whose venue are played by hand, from 10:00 New York on.</summary>
internal sealed class HandDesk
{
    private readonly Wisher[] wishers;
    private readonly List<RiskEvent> told = [];
    private long tradeId = 100;

    public HandDesk(TradingSetup? setup = null, int seats = 1, int lots = 1)
    {
        wishers = [.. Enumerable.Range(0, seats).Select(_ => new Wisher())];
        var log = new Log(told);
        setup ??= Setup;
        Core = new TradingCore(setup, log, new RiskAccount(setup.Limits, log), wishers) { AskedLots = lots };
        Bar(20_000);
    }

    public static TradingSetup Setup => ChaosDesk.Setup with { FaultsThrow = false };

    public TradingCore Core { get; }

    public Seat Seat => (Seat)Core.Seats[0];

    public long Now { get; private set; } = Timestamp.Parse("2026-03-04T15:00:00Z").UnixNanoseconds;

    public IReadOnlyList<RiskEvent> Told => told;

    /// <summary>What the core has asked for since this was last read.</summary>
    public string Sent()
    {
        var words = new List<string>();
        foreach (ref readonly var command in Core.Commands.All)
        {
            var price = command.Type == OrderType.Limit ? command.Limit : command.Stop;
            words.Add(
                command.Kind is CommandKind.Submit or CommandKind.Change
                    ? $"{command.Kind} {command.Purpose} {command.OrderId}: {(int)command.Side * command.Lots}"
                        + (command.Type == OrderType.Market ? "" : $" @ {price}")
                    : $"{command.Kind} {command.Purpose} {command.OrderId}"
            );
        }

        Core.Commands.Clear();
        return string.Join("; ", words);
    }

    /// <summary>A second passes, and ends at a price; a strategy may say what it wants.</summary>
    public void Bar(long price = 20_000, WishKind wish = WishKind.None, int seat = 0)
    {
        wishers[seat].Wish = wish;
        var opens = Now;
        Now += ChaoticVenue.Second;
        var at = new Price(price);
        Core.Step(new Bar(new Timestamp(opens), at, at, at, at, new Quantity(1)));
    }

    /// <summary>Seconds pass, and the core is woken as it wishes.</summary>
    public void Wait(double seconds)
    {
        Now += (long)(seconds * ChaoticVenue.Second);
        while (Core.NextWake <= Now)
        {
            Core.Step(new Timestamp(Core.NextWake));
        }

        Core.Step(new Timestamp(Now));
    }

    public void Say(ReportKind kind, long order, int lots = 0, long price = 0) =>
        Core.Step(
            new VenueReport
            {
                Kind = kind,
                OrderId = order,
                Lots = lots,
                Price = price,
                At = Now,
            }
        );

    public void Accept(params long[] ids)
    {
        foreach (var id in ids)
        {
            Say(ReportKind.Accepted, id);
        }
    }

    public VenueReport FillOf(long order, int lots, long price) =>
        new()
        {
            Kind = ReportKind.Filled,
            OrderId = order,
            Lots = lots,
            Price = price,
            Low = price,
            High = price,
            TradeId = ++tradeId,
            At = Now,
            Fee = ChaosDesk.Fee.Units * lots,
        };

    public void Fill(long order, int lots, long price) => Core.Step(FillOf(order, lots, price));

    /// <summary>Long at 20,000 with stop (order 2) and target (order 3) working.</summary>
    public HandDesk Held(int lots = 1)
    {
        Bar(20_000, WishKind.Long);
        Accept(1);
        Fill(1, lots, 20_000);
        Accept(2, 3);
        Sent();
        return this;
    }

    private sealed class Log(List<RiskEvent> told) : TradeLog
    {
        public override void OnRisk(in RiskEvent happened) => told.Add(happened);
    }

    private sealed class Wisher : Strategy
    {
        public WishKind Wish { get; set; }

        public override void OnBar(in Bar bar, StrategyDesk desk)
        {
            switch (Wish)
            {
                case WishKind.Long:
                    desk.Long();
                    break;
                case WishKind.Short:
                    desk.Short();
                    break;
                case WishKind.Flat:
                    desk.Flat();
                    break;
            }

            Wish = WishKind.None;
        }
    }
}
