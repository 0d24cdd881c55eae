using Keel.Trading.Core.InFlight;
using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Core;

/// <summary>
/// The four orders of a seat on their way to the venue and back. It gives each its number, sees that every question is answered in time,
/// and asks after those that are not. It never sends anything twice.
/// </summary>
internal sealed class OrderDesk(TradingCore core, int seat)
{
    /// <summary>The order that enters.</summary>
    public Order Entry { get; } = new() { Purpose = OrderPurpose.Entry };

    /// <summary>The protective stop.</summary>
    public Order Stop { get; } = new() { Purpose = OrderPurpose.Stop };

    /// <summary>The order that takes profit.</summary>
    public Order Target { get; } = new() { Purpose = OrderPurpose.Target };

    /// <summary>The order that closes.</summary>
    public Order Exit { get; } = new() { Purpose = OrderPurpose.Exit };

    /// <summary>Whether any of them may still fill.</summary>
    public bool HasLive => Entry.IsLive || Stop.IsLive || Target.IsLive || Exit.IsLive;

    /// <summary>Whether the fate of any of them is unknown.</summary>
    public bool HasUnknown =>
        Entry.State == OrderState.Unknown
        || Stop.State == OrderState.Unknown
        || Target.State == OrderState.Unknown
        || Exit.State == OrderState.Unknown;

    /// <summary>Whether an order that closes would go on working if nobody did anything.</summary>
    public bool HasUnendedExit => IsUnended(Stop) || IsUnended(Target) || IsUnended(Exit);

    /// <summary>The next instant at which an answer is overdue, in nanoseconds; the largest number when none is owed.</summary>
    public long NextDeadline =>
        Math.Min(Math.Min(DeadlineOf(Entry), DeadlineOf(Stop)), Math.Min(DeadlineOf(Target), DeadlineOf(Exit)));

    /// <summary>The order with a number; null when it is not of this desk.</summary>
    public Order? Find(long id) =>
        Entry.Id == id ? Entry
        : Stop.Id == id ? Stop
        : Target.Id == id ? Target
        : Exit.Id == id ? Exit
        : null;

    /// <summary>Sends a new order.</summary>
    public void Submit(Order order, OrderType type, Side side, int lots, long limit, long stopAt)
    {
        if (order.IsLive)
        {
            core.Fault($"order {order.Id} ({order.Purpose}) is {order.State}, and its place is wanted for another");
            return;
        }

        if (order.Purpose == OrderPurpose.Entry && !core.MaySubmitEntry(seat))
        {
            return;
        }

        Forget(order);
        order.Begin(core.NextOrderId(), type, side, lots, limit, stopAt, core.Now);
        Write(CommandKind.Submit, order);
    }

    /// <summary>Asks for the lots and prices that the order has been given; only of one that works, since a venue answers one question at a time.</summary>
    public void Change(Order order)
    {
        if (!order.TryApply(OrderEvent.ChangeAsked))
        {
            core.Fault($"order {order.Id} ({order.Purpose}) is {order.State} and cannot be changed");
            return;
        }

        order.AskedAt = core.Now;
        Write(CommandKind.Change, order);
    }

    /// <summary>Asks for the end of an order, once.</summary>
    public void Cancel(Order order)
    {
        if (order.IsLive && !order.IsEndAsked && order.TryApply(OrderEvent.CancelAsked))
        {
            order.IsEndAsked = true;
            order.AskedAt = order.State == OrderState.Unknown ? order.AskedAt : core.Now;
            Write(CommandKind.Cancel, order);
        }
    }

    /// <summary>The fate of an order is unknown from now on.</summary>
    public void Doubt(Order order)
    {
        order.AskedAt = core.Now;
        order.Asks = 0;
        order.Doubts++;
        order.NextAsk = core.Now + AskSchedule.Next(0, order.Doubts);
        AskIfDue(order);
    }

    /// <summary>What is overdue becomes unknown, and what is unknown is asked for.</summary>
    public void Watch()
    {
        Watch(Entry);
        Watch(Stop);
        Watch(Target);
        Watch(Exit);
    }

    /// <summary>The place of an order that is over becomes free.</summary>
    public void Forget(Order order)
    {
        if (order.Id != 0 && !order.IsLive)
        {
            core.Past.Keep(seat, order);
            (order.Id, order.State) = (0, OrderState.None);
        }
    }

    private void Watch(Order order)
    {
        if (!order.IsPending)
        {
            return;
        }

        if (order.State == OrderState.Unknown)
        {
            AskIfDue(order);
        }
        else if (core.Now - order.AskedAt >= core.AnswerTime && order.TryApply(OrderEvent.TimedOut))
        {
            Doubt(order);
        }
    }

    private static bool IsUnended(Order order) => order.IsLive && !order.IsEndAsked && order.State != OrderState.Unknown;

    private void AskIfDue(Order order)
    {
        if (core.Now >= order.NextAsk)
        {
            order.Asks++;
            order.NextAsk = core.Now + AskSchedule.Next(order.Asks, order.Doubts);
            Write(CommandKind.Ask, order);
        }
    }

    private long DeadlineOf(Order order) =>
        !order.IsPending ? long.MaxValue
        : order.State == OrderState.Unknown ? order.NextAsk
        : order.AskedAt + core.AnswerTime;

    private void Write(CommandKind kind, Order order)
    {
        ref var command = ref core.Commands.Add();
        (command.Kind, command.Purpose, command.Type, command.Side) = (kind, order.Purpose, order.Type, order.Side);
        (command.Seat, command.Lots, command.OrderId) = (seat, order.Lots, order.Id);
        (command.Limit, command.Stop) = (order.Limit, order.Stop);
        core.Sent();
    }
}
