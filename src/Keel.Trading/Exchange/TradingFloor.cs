using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Exchange;

/// <summary>Where orders come, change, end and trade, whatever kind of price decides it; and where the member hears of it.</summary>
internal sealed class TradingFloor(FillRules rules, IExchangeMember member)
{
    private readonly GroupFills groups = new();
    private long clock = long.MinValue;
    private long tradeId;

    /// <summary>The orders that rest.</summary>
    public OrderBoard Board { get; } = new(rules.Through);

    /// <summary>What decides whether an order that comes trades at once.</summary>
    public IMatching? Matching { get; set; }

    /// <summary>The price limits in force.</summary>
    public PriceBand Band { get; set; } = PriceBand.None;

    /// <summary>Whether trading is open.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Whether a bar is being gone through.</summary>
    public bool IsInside { get; set; }

    /// <summary>The present instant: the member's, or the exchange's own where a command has travelled.</summary>
    public long Now => Math.Max(member.Now, clock);

    /// <summary>It is so late at the exchange.</summary>
    public void MoveTo(long instant) => clock = Math.Max(clock, instant);

    /// <summary>Takes all commands that the member has given, and those that come of them.</summary>
    public void Take()
    {
        var commands = member.Commands;
        for (var i = 0; i < commands.Count; i++)
        {
            var command = commands[i];
            Take(in command, Now + rules.Delay);
        }

        commands.Clear();
    }

    /// <summary>Takes one command; an order counts from an instant on.</summary>
    public void Take(in Command command, long activeFrom)
    {
        switch (command.Kind)
        {
            case CommandKind.Submit:
                Submit(in command, activeFrom);
                break;
            case CommandKind.Change:
                Change(in command);
                break;
            case CommandKind.Cancel:
                Cancel(command.OrderId);
                break;
            case CommandKind.Ask:
                Say(Board.Find(command.OrderId) >= 0 ? ReportKind.Accepted : ReportKind.Cancelled, command.OrderId);
                break;
        }
    }

    /// <summary>Lots of an order trade: the member hears of it, the other legs of its group shrink, its bracket comes alive.</summary>
    public void Fill(int place, in Execution done)
    {
        ref var order = ref Board[place];
        var report = new VenueReport
        {
            Kind = ReportKind.Filled,
            InsideBar = done.InsideBar,
            IsAmbiguous = done.IsAmbiguous,
            Lots = done.Lots,
            OrderId = order.Id,
            TradeId = ++tradeId,
            At = done.At,
            Price = done.Price,
            Slippage = done.Slippage,
            Fee = rules.Fees.Of(member.Day, done.Price, done.Lots, done.HasRested),
            Low = done.Low,
            High = done.High,
        };
        order.Filled += done.Lots;
        var isLinked = order.Group != 0 || order.StopOffset != 0 || order.TargetOffset != 0;
        var filled = isLinked ? order : default;
        if (order.Open == 0)
        {
            Board.RemoveAt(place);
        }

        member.Hear(in report);
        if (isLinked)
        {
            Shrink(in filled, done.Lots);
            Bracket(in filled, done.Lots, done.Price);
        }
    }

    /// <summary>Ends an order that nobody has cancelled.</summary>
    public void Expire(long id)
    {
        var place = Board.Find(id);
        if (place >= 0)
        {
            Board.RemoveAt(place);
            Say(ReportKind.Cancelled, id);
        }
    }

    /// <summary>Ends the day's orders; all of them, or those that came on another day than the present.</summary>
    public void ExpireDay(bool all)
    {
        for (var i = Board.Count - 1; i >= 0; i--)
        {
            ref readonly var order = ref Board[i];
            if (order.TimeInForce == TimeInForce.Day && (all || order.Day != member.Day))
            {
                Expire(order.Id);
            }
        }
    }

    private void Submit(in Command command, long activeFrom)
    {
        if (!IsAcceptable(in command))
        {
            Say(ReportKind.Rejected, command.OrderId);
            return;
        }

        var order = RestingOrder.Of(in command);
        (order.ActiveFrom, order.IsBornInside, order.Day) = (activeFrom, IsInside, member.Day);
        var place = Board.Count;
        Board.Add(in order);
        Say(ReportKind.Accepted, command.OrderId);
        var taken = command.Group == 0 ? 0 : groups.Of(command.Group);
        if (taken >= command.Lots)
        {
            Expire(command.OrderId);
            return;
        }

        if (taken > 0)
        {
            Board[place].Lots -= taken;
            Say(ReportKind.Changed, command.OrderId, Board[place].Lots);
        }

        Matching?.Arrived(place);
    }

    private bool IsAcceptable(in Command command) =>
        command.Lots > 0
        && command.Side is Side.Long or Side.Short
        && Board.Find(command.OrderId) < 0
        && (command.Type != OrderType.TrailingStop || command.Trail > 0)
        && (command.TimeInForce != TimeInForce.Immediate || command.Type is OrderType.Market or OrderType.Limit)
        && IsPricedInside(command.Type, command.Limit, command.Stop);

    private bool IsPricedInside(OrderType type, long limit, long stop) =>
        (type is not (OrderType.Limit or OrderType.StopLimit) || Band.Holds(limit))
        && (type is OrderType.Market or OrderType.Limit || Band.Holds(stop));

    private void Change(in Command command)
    {
        var place = Board.Find(command.OrderId);
        if (place < 0 || command.Lots <= Board[place].Filled || !IsPricedInside(command.Type, command.Limit, command.Stop))
        {
            Say(ReportKind.ChangeRefused, command.OrderId);
            return;
        }

        ref var order = ref Board[place];
        var keepsPlace = command.Limit == order.Limit && command.Lots <= order.Lots;
        order.Lots = command.Lots;
        if (order.Works == order.Type)
        {
            (order.Limit, order.Stop) = (command.Limit, command.Stop);
        }

        order.Queue = keepsPlace ? order.Queue : default;
        Say(ReportKind.Changed, command.OrderId);
        Matching?.Arrived(place);
    }

    private void Cancel(long id)
    {
        var place = Board.Find(id);
        if (place >= 0)
        {
            Board.RemoveAt(place);
        }

        Say(place >= 0 ? ReportKind.Cancelled : ReportKind.CancelRefused, id);
    }

    private void Shrink(in RestingOrder filled, int lots)
    {
        if (filled.Group > 0)
        {
            groups.Add(filled.Group, lots);
        }

        for (var i = Board.Count - 1; filled.Group != 0 && i >= 0; i--)
        {
            ref var other = ref Board[i];
            if (other.Group != filled.Group || other.Id == filled.Id)
            {
                continue;
            }

            if (other.Open <= lots)
            {
                Expire(other.Id);
            }
            else
            {
                other.Lots -= lots;
                Say(ReportKind.Changed, other.Id, other.Lots);
            }
        }

        if (filled.Parent != 0 && filled.Open == 0)
        {
            // The bracket has done its work: what of the entry has not filled would have no protection any more.
            Expire(filled.Parent);
        }
    }

    private void Bracket(in RestingOrder entry, int lots, long price)
    {
        var sign = (int)entry.Side;
        if (entry.StopOffset != 0)
        {
            Protect(in entry, entry.StopId, OrderType.Stop, lots, price - (sign * (long)entry.StopOffset));
        }

        if (entry.TargetOffset != 0)
        {
            Protect(in entry, entry.TargetId, OrderType.Limit, lots, price + (sign * (long)entry.TargetOffset));
        }
    }

    private void Protect(in RestingOrder entry, long id, OrderType type, int lots, long price)
    {
        var place = Board.Find(id);
        if (place >= 0)
        {
            Board[place].Lots += lots;
            Say(ReportKind.Changed, id, Board[place].Lots);
            return;
        }

        var isStop = type == OrderType.Stop;
        var child = new RestingOrder
        {
            Id = id,
            Parent = entry.Id,
            Group = -entry.Id, // the member's own groups count upward from 1
            Seat = entry.Seat,
            Lots = lots,
            Type = type,
            Works = type,
            Side = entry.Side == Side.Long ? Side.Short : Side.Long,
            Purpose = isStop ? OrderPurpose.Stop : OrderPurpose.Target,
            Limit = isStop ? 0 : price,
            Stop = isStop ? price : 0,
            ActiveFrom = Now,
            Day = entry.Day,
            IsBornInside = IsInside,
        };
        Board.Add(in child);
        Say(ReportKind.Accepted, id, lots);
    }

    private void Say(ReportKind kind, long id, int lots = 0)
    {
        var report = new VenueReport
        {
            Kind = kind,
            OrderId = id,
            Lots = lots,
            At = Now,
        };
        member.Hear(in report);
    }
}
