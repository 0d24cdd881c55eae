using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Tests.Core.Chaos;

/// <summary>An order as the chaotic venue knows it, with all that has become of it.</summary>
internal sealed class VenueOrder(in Command command)
{
    public readonly List<VenueReport> Fills = [];
    public readonly long Id = command.OrderId;
    public readonly OrderPurpose Purpose = command.Purpose;
    public readonly OrderType Type = command.Type;
    public readonly Side Side = command.Side;
    public int Lots = command.Lots;
    public int Filled;
    public long Limit = command.Limit;
    public long Stop = command.Stop;
    public bool IsOver;
    public bool IsRejected;

    public int Open => Lots - Filled;

    public long Price => Type == OrderType.Limit ? Limit : Stop;
}
