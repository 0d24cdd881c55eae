using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Tests.Core.Chaos;

/// <summary>
/// A venue on a bad day: it loses, delays, repeats and reorders what it says, fills in parts, refuses, and takes orders away. Its own
/// ledger is what really happened.
/// </summary>
internal sealed class ChaoticVenue(Draws draws, ChaosRules rules, long tickValue, long feePerLot)
{
    public const long Second = 1_000_000_000;
    private readonly Dictionary<long, VenueOrder> orders = [];
    private readonly List<VenueOrder> live = [];
    private readonly List<(long Due, VenueReport Report)> outbox = [];
    private long at;
    private long lastStatement;
    private long tradeId;
    private long worthWhenFlat;
    private long feesSinceFlat;
    private int most;

    /// <summary>The rules of the day; they may change while it lasts.</summary>
    public ChaosRules Rules { get; set; } = rules;

    /// <summary>Lots really held.</summary>
    public int Position { get; private set; }

    /// <summary>What fills really moved, fees included, in units; lots held count at a price of zero.</summary>
    public long Cash { get; private set; }

    /// <summary>The last price, in ticks.</summary>
    public long Price { get; set; } = 20_000;

    /// <summary>How many faults came to pass.</summary>
    public int Faults { get; private set; }

    /// <summary>Orders that may still fill.</summary>
    public int Working => live.Count;

    /// <summary>Cash with lots held valued at the last price, in units.</summary>
    public long Worth => Cash + (Position * Price * tickValue);

    /// <summary>The earliest instant at which something is to be told; the largest number when there is nothing.</summary>
    public long NextDue => outbox.Count == 0 ? long.MaxValue : outbox.Min(item => item.Due);

    /// <summary>It is so late.</summary>
    public void MoveTo(long now) => at = Math.Max(at, now);

    /// <summary>Takes commands, or loses them.</summary>
    public void Take(ReadOnlySpan<Command> commands)
    {
        foreach (ref readonly var command in commands)
        {
            if (Happens(Rules.LostCommands))
            {
                continue;
            }

            switch (command.Kind)
            {
                case CommandKind.Submit:
                    Submit(in command);
                    break;
                case CommandKind.Change:
                    Change(in command);
                    break;
                case CommandKind.Cancel:
                    Cancel(in command);
                    break;
                case CommandKind.Ask:
                    Answer(command.OrderId);
                    break;
            }
        }
    }

    /// <summary>A price, or the last one before it at which the position that is held loses no more than stop and gap allow.</summary>
    public long Bounded(long price, int stop)
    {
        if (Rules.Gap is not { } gap || Position == 0)
        {
            return price;
        }

        var least = worthWhenFlat - (Math.Abs(most) * (stop + gap) * tickValue) - feesSinceFlat;
        while (Cash + (Position * price * tickValue) < least)
        {
            price += Math.Sign(Position);
        }

        return price;
    }

    /// <summary>A second of trading at the present price.</summary>
    public void Trade()
    {
        foreach (var order in live.ToArray())
        {
            if (order.IsOver)
            {
                continue;
            }

            if (Happens(Rules.Taken))
            {
                End(order);
                Say(ReportKind.Cancelled, order);
                continue;
            }

            var sign = (int)order.Side;
            var reached =
                order.Type == OrderType.Market ? !Happens(Rules.Slow)
                : order.Type == OrderType.Stop ? sign * (Price - order.Stop) >= 0
                : sign * (Price - order.Limit) <= 0;
            if (reached)
            {
                Fill(order, order.Type == OrderType.Limit ? order.Limit : Price);
            }
        }
    }

    /// <summary>The next thing told, of those that are due; false when there is none.</summary>
    public bool TryTell(long now, out VenueReport report)
    {
        var first = -1;
        for (var i = 0; i < outbox.Count; i++)
        {
            if (outbox[i].Due <= now && (first < 0 || outbox[i].Due < outbox[first].Due))
            {
                first = i;
            }
        }

        report = first < 0 ? default : outbox[first].Report;
        if (first >= 0)
        {
            outbox.RemoveAt(first);
        }

        return first >= 0;
    }

    private bool Happens(int perMille)
    {
        var happens = draws.Happens(perMille);
        Faults += happens ? 1 : 0;
        return happens;
    }

    private void Submit(in Command command)
    {
        Assert.False(orders.ContainsKey(command.OrderId), $"order number {command.OrderId} came twice");
        var order = new VenueOrder(in command);
        orders.Add(order.Id, order);
        if (Happens(Rules.Rejected))
        {
            order.IsOver = true;
            Say(ReportKind.Rejected, order);
            return;
        }

        live.Add(order);
        Say(ReportKind.Accepted, order);
    }

    private void Change(in Command command)
    {
        if (!orders.TryGetValue(command.OrderId, out var order))
        {
            return;
        }

        if (order.IsOver || command.Lots <= order.Filled || Happens(Rules.Refused))
        {
            Say(ReportKind.ChangeRefused, order);
            return;
        }

        (order.Lots, order.Limit, order.Stop) = (command.Lots, command.Limit, command.Stop);
        Say(ReportKind.Changed, order);
    }

    private void Cancel(in Command command)
    {
        if (!orders.TryGetValue(command.OrderId, out var order))
        {
            return;
        }

        if (order.IsOver || Happens(Rules.Refused))
        {
            Say(ReportKind.CancelRefused, order);
            return;
        }

        End(order);
        Say(ReportKind.Cancelled, order);
    }

    /// <summary>What has become of an order: all its fills again, and how it stands.</summary>
    private void Answer(long id)
    {
        if (!orders.TryGetValue(id, out var order))
        {
            Tell(
                new VenueReport
                {
                    Kind = ReportKind.Rejected,
                    OrderId = id,
                    At = Stamp(),
                }
            );
            return;
        }

        foreach (var fill in order.Fills)
        {
            Tell(in fill);
        }

        Say(
            !order.IsOver || order.Open == 0 ? ReportKind.Accepted
                : order.IsRejected ? ReportKind.Rejected
                : ReportKind.Cancelled,
            order
        );
    }

    private void Fill(VenueOrder order, long price)
    {
        var lots = order.Open;
        if (Rules.ReduceOnly && order.Purpose != OrderPurpose.Entry)
        {
            lots = Math.Min(lots, Math.Max(0, -(int)order.Side * Position));
            if (lots == 0)
            {
                End(order);
                Say(ReportKind.Cancelled, order);
                return;
            }
        }

        if (lots > 1 && Happens(Rules.Partial))
        {
            lots = draws.Between(1, lots - 1);
        }

        var fill = new VenueReport
        {
            Kind = ReportKind.Filled,
            OrderId = order.Id,
            TradeId = ++tradeId,
            Lots = lots,
            Side = order.Side,
            Price = price,
            Low = price,
            High = price,
            Fee = feePerLot * lots,
            At = Stamp(),
        };
        if (Position == 0)
        {
            (worthWhenFlat, feesSinceFlat, most) = (Cash, 0, 0);
        }

        order.Filled += lots;
        order.Fills.Add(fill);
        feesSinceFlat += fill.Fee;
        Position += (int)order.Side * lots;
        Cash -= ((int)order.Side * price * lots * tickValue) + fill.Fee;
        most = Math.Max(most, Math.Abs(Position));
        if (order.Open == 0)
        {
            End(order);
        }

        Tell(in fill);
    }

    private void End(VenueOrder order)
    {
        order.IsOver = true;
        live.Remove(order);
    }

    private void Say(ReportKind kind, VenueOrder order)
    {
        order.IsRejected |= kind == ReportKind.Rejected;
        var says = kind is ReportKind.Accepted or ReportKind.Changed;
        Tell(
            new VenueReport
            {
                Kind = kind,
                OrderId = order.Id,
                Lots = says ? order.Lots : 0,
                Price = says ? order.Price : 0,
                At = Stamp(),
            }
        );
    }

    /// <summary>Each statement has a time of its own.</summary>
    private long Stamp() => lastStatement = Math.Max(lastStatement + 1, at);

    private void Tell(in VenueReport report)
    {
        var due =
            Happens(Rules.LostReports) ? at + (draws.Between(5, 30) * Second)
            : Happens(Rules.Late) ? at + (draws.Between(1, 4_000) * (Second / 1_000))
            : at;
        outbox.Add((due, report));
        if (Happens(Rules.Repeated))
        {
            outbox.Add((due + (draws.Between(0, 5_000) * (Second / 1_000)), report));
        }
    }
}
