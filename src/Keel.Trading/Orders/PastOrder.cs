namespace Keel.Trading.Orders;

/// <summary>What is kept of an order whose place is used again.</summary>
internal struct PastOrder
{
    public long Id;
    public long Limit;
    public long SentAt;
    public int Seat;
    public int Lots;
    public int Filled;
    public OrderPurpose Purpose;
    public OrderType Type;
    public Side Side;
    public OrderState State;
}
