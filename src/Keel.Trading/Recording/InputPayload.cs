using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Recording;

/// <summary>Inputs as payloads. Their time is the record's own.</summary>
internal static class InputPayload
{
    /// <summary>A bar: its open, how far high, low and close lie from it, and its volume.</summary>
    public static ReadOnlySpan<byte> Of(in Bar bar, PayloadWriter into)
    {
        var open = bar.Open.InTicks;
        return into.Clear()
            .Number(open)
            .Number(bar.High.InTicks - open)
            .Number(bar.Low.InTicks - open)
            .Number(bar.Close.InTicks - open)
            .Number(bar.Volume.Lots)
            .Bytes;
    }

    /// <summary>Reads a bar; a <see cref="RecordException"/> when there can be no such bar.</summary>
    public static Bar ReadBar(Timestamp at, ReadOnlySpan<byte> payload)
    {
        var read = new PayloadReader(payload);
        var open = read.Number();
        try
        {
            return new Bar(
                at,
                new Price(open),
                new Price(open + read.Number()),
                new Price(open + read.Number()),
                new Price(open + read.Number()),
                new Quantity(read.Number())
            );
        }
        catch (Exception wrong) when (wrong is ArgumentException or OverflowException)
        {
            throw new RecordException(wrong.Message);
        }
    }

    /// <summary>A venue's report.</summary>
    public static ReadOnlySpan<byte> Of(in VenueReport report, PayloadWriter into) =>
        into.Clear()
            .Number((byte)report.Kind)
            .Number(report.OrderId)
            .Flag(report.InsideBar)
            .Flag(report.IsAmbiguous)
            .Number((int)report.Side)
            .Number(report.Lots)
            .Number(report.TradeId)
            .Number(report.Price)
            .Number(report.Slippage)
            .Number(report.Fee)
            .Number(report.Low)
            .Number(report.High)
            .Bytes;

    /// <summary>Reads a venue's report.</summary>
    public static VenueReport ReadReport(Timestamp at, ReadOnlySpan<byte> payload)
    {
        var read = new PayloadReader(payload);
        return new VenueReport
        {
            At = at.UnixNanoseconds,
            Kind = (ReportKind)read.Small(),
            OrderId = read.Number(),
            InsideBar = read.Flag(),
            IsAmbiguous = read.Flag(),
            Side = (Side)read.Int(),
            Lots = read.Int(),
            TradeId = read.Number(),
            Price = read.Number(),
            Slippage = read.Number(),
            Fee = read.Number(),
            Low = read.Number(),
            High = read.Number(),
        };
    }
}
