using static Keel.Trading.Orders.OrderEvent;

namespace Keel.Trading.Orders;

/// <summary>The life of an order as a table; what it does not list cannot happen, and if it does, the core halts and flattens.</summary>
public static class OrderLife
{
    private static readonly int Events = Enum.GetValues<OrderEvent>().Length;
    private static readonly OrderState[] Table = Write();

    /// <summary>The state after an event; null when the event is impossible in this state.</summary>
    public static OrderState? Next(OrderState state, OrderEvent happened)
    {
        var next = Table[((int)state * Events) + (int)happened];
        return next == OrderState.None ? null : next;
    }

    /// <summary>Whether nothing can happen to an order any more, but a fill that the venue had made before it ended.</summary>
    public static bool IsOver(OrderState state) =>
        state is OrderState.None or OrderState.Filled or OrderState.Cancelled or OrderState.Rejected;

    /// <summary>Whether the venue owes an answer.</summary>
    public static bool IsPending(OrderState state) =>
        state is OrderState.Sent or OrderState.Changing or OrderState.Cancelling or OrderState.Unknown;

    private static OrderState? Rule(OrderState state, OrderEvent happened) =>
        (state, happened) switch
        {
            (OrderState.Sent, Accepted) => OrderState.Working,
            (OrderState.Sent, PartFilled) => OrderState.Working, // the fill overtook the acknowledgement
            (OrderState.Sent, Filled) => OrderState.Filled,
            (OrderState.Sent, CancelAsked) => OrderState.Cancelling,
            (OrderState.Sent, ChangeAsked) => OrderState.Changing,
            (OrderState.Sent, Cancelled) => OrderState.Cancelled, // refused by time in force, or the other leg filled first
            (OrderState.Sent, Rejected) => OrderState.Rejected,
            (OrderState.Sent, TimedOut) => OrderState.Unknown,

            (OrderState.Working, Accepted) => OrderState.Working, // said twice, or after the fill that overtook it
            (OrderState.Working, PartFilled) => OrderState.Working,
            (OrderState.Working, Filled) => OrderState.Filled,
            (OrderState.Working, ChangeAsked) => OrderState.Changing,
            (OrderState.Working, Changed) => OrderState.Working, // a change whose answer was thought lost
            (OrderState.Working, CancelAsked) => OrderState.Cancelling,
            (OrderState.Working, Cancelled) => OrderState.Cancelled, // by the venue, or as the other leg
            (OrderState.Working, ChangeRefused) => OrderState.Working,
            (OrderState.Working, CancelRefused) => OrderState.Working,
            (OrderState.Working, TimedOut) => OrderState.Unknown,

            (OrderState.Changing, Accepted) => OrderState.Changing,
            (OrderState.Changing, PartFilled) => OrderState.Changing,
            (OrderState.Changing, Filled) => OrderState.Filled,
            (OrderState.Changing, ChangeAsked) => OrderState.Changing,
            (OrderState.Changing, Changed) => OrderState.Working,
            (OrderState.Changing, ChangeRefused) => OrderState.Working,
            (OrderState.Changing, CancelAsked) => OrderState.Cancelling,
            (OrderState.Changing, Cancelled) => OrderState.Cancelled,
            (OrderState.Changing, Rejected) => OrderState.Rejected, // the order itself, whose answer the change overtook
            (OrderState.Changing, TimedOut) => OrderState.Unknown,

            (OrderState.Cancelling, Accepted) => OrderState.Cancelling,
            (OrderState.Cancelling, PartFilled) => OrderState.Cancelling,
            (OrderState.Cancelling, Filled) => OrderState.Filled,
            (OrderState.Cancelling, Changed) => OrderState.Cancelling,
            (OrderState.Cancelling, ChangeRefused) => OrderState.Cancelling,
            (OrderState.Cancelling, CancelAsked) => OrderState.Cancelling,
            (OrderState.Cancelling, Cancelled) => OrderState.Cancelled,
            (OrderState.Cancelling, CancelRefused) => OrderState.Unknown, // too late, or never there: the venue has to tell
            (OrderState.Cancelling, Rejected) => OrderState.Rejected,
            (OrderState.Cancelling, TimedOut) => OrderState.Unknown,

            // What the venue says it has ends the doubt; silence, and a refused cancel, do not.
            (OrderState.Unknown, Accepted) => OrderState.Working,
            (OrderState.Unknown, PartFilled) => OrderState.Unknown, // what traded does not say what is left
            (OrderState.Unknown, Filled) => OrderState.Filled,
            (OrderState.Unknown, Changed) => OrderState.Working,
            (OrderState.Unknown, ChangeRefused) => OrderState.Working,
            (OrderState.Unknown, CancelRefused) => OrderState.Unknown,
            (OrderState.Unknown, CancelAsked) => OrderState.Unknown,
            (OrderState.Unknown, Cancelled) => OrderState.Cancelled,
            (OrderState.Unknown, Rejected) => OrderState.Rejected,
            (OrderState.Unknown, TimedOut) => OrderState.Unknown,

            (OrderState.Cancelled, PartFilled) => OrderState.Cancelled, // it traded before the cancel arrived
            (OrderState.Cancelled, Filled) => OrderState.Filled,
            (OrderState.Cancelled, Cancelled) => OrderState.Cancelled, // said twice
            (OrderState.Cancelled, Accepted) => OrderState.Cancelled, // late
            (OrderState.Cancelled, CancelRefused) => OrderState.Cancelled,
            (OrderState.Cancelled, Changed) => OrderState.Cancelled,
            (OrderState.Cancelled, ChangeRefused) => OrderState.Cancelled,
            (OrderState.Cancelled, TimedOut) => OrderState.Cancelled,

            (OrderState.Filled, Accepted) => OrderState.Filled, // late
            (OrderState.Filled, Changed) => OrderState.Filled,
            (OrderState.Filled, ChangeRefused) => OrderState.Filled,
            (OrderState.Filled, CancelRefused) => OrderState.Filled, // too late to cancel
            (OrderState.Filled, TimedOut) => OrderState.Filled,

            (OrderState.Rejected, Rejected) => OrderState.Rejected, // said twice
            (OrderState.Rejected, CancelRefused) => OrderState.Rejected,
            (OrderState.Rejected, ChangeRefused) => OrderState.Rejected,
            (OrderState.Rejected, TimedOut) => OrderState.Rejected,
            _ => null,
        };

    private static OrderState[] Write()
    {
        var states = Enum.GetValues<OrderState>();
        var table = new OrderState[states.Length * Events];
        foreach (var state in states)
        {
            foreach (var happened in Enum.GetValues<OrderEvent>())
            {
                table[((int)state * Events) + (int)happened] = Rule(state, happened) ?? OrderState.None;
            }
        }

        return table;
    }
}
