using Keel.Domain;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Recording;

/// <summary>Outputs as payloads: what the core asks of the venue, and what it tells.</summary>
internal static class OutputPayload
{
    /// <summary>A command to the venue.</summary>
    public static ReadOnlySpan<byte> Of(in Command command, PayloadWriter into) =>
        into.Clear()
            .Number((byte)command.Kind)
            .Number(command.OrderId)
            .Number(command.Seat)
            .Number((byte)command.Purpose)
            .Number((byte)command.Type)
            .Number((int)command.Side)
            .Number(command.Lots)
            .Number(command.Limit)
            .Number(command.Stop)
            .Number(command.Group)
            .Number((byte)command.TimeInForce)
            .Number(command.Trail)
            .Number(command.StopOffset)
            .Number(command.TargetOffset)
            .Number(command.StopId)
            .Number(command.TargetId)
            .Bytes;

    /// <summary>Reads a command.</summary>
    public static Command ReadCommand(ReadOnlySpan<byte> payload)
    {
        var read = new PayloadReader(payload);
        return new Command
        {
            Kind = (CommandKind)read.Small(),
            OrderId = read.Number(),
            Seat = read.Int(),
            Purpose = (OrderPurpose)read.Small(),
            Type = (OrderType)read.Small(),
            Side = (Side)read.Int(),
            Lots = read.Int(),
            Limit = read.Number(),
            Stop = read.Number(),
            Group = read.Number(),
            TimeInForce = (TimeInForce)read.Small(),
            Trail = read.Int(),
            StopOffset = read.Int(),
            TargetOffset = read.Int(),
            StopId = read.Number(),
            TargetId = read.Number(),
        };
    }

    /// <summary>A closed trade.</summary>
    public static ReadOnlySpan<byte> Of(in ClosedTrade trade, PayloadWriter into) =>
        into.Clear()
            .Number(trade.Seat)
            .Number((int)trade.Side)
            .Number(trade.Contracts)
            .Number(trade.Turned)
            .Number(trade.EntryTime.UnixNanoseconds)
            .Number(trade.ExitTime.UnixNanoseconds)
            .Number(trade.EntryTicks)
            .Number(trade.ExitTicks)
            .Number(trade.Gross.Units)
            .Number(trade.Commission.Units)
            .Number(trade.Slippage.Units)
            .Number(trade.Risk.Units)
            .Number(trade.WorstOpen.Units)
            .Number(trade.BestOpen.Units)
            .Number((int)trade.Reason)
            .Real(trade.Confidence)
            .Number(trade.PredictedClass)
            .Flag(trade.IsAmbiguous)
            .Bytes;

    /// <summary>Reads a closed trade.</summary>
    public static ClosedTrade ReadTrade(ReadOnlySpan<byte> payload)
    {
        var read = new PayloadReader(payload);
        return new ClosedTrade
        {
            Seat = read.Int(),
            Side = (Side)read.Int(),
            Contracts = read.Int(),
            Turned = read.Int(),
            EntryTime = new Timestamp(read.Number()),
            ExitTime = new Timestamp(read.Number()),
            EntryTicks = read.Number(),
            ExitTicks = read.Number(),
            Gross = new Money(read.Number()),
            Commission = new Money(read.Number()),
            Slippage = new Money(read.Number()),
            Risk = new Money(read.Number()),
            WorstOpen = new Money(read.Number()),
            BestOpen = new Money(read.Number()),
            Reason = (ExitReason)read.Int(),
            Confidence = read.Real(),
            PredictedClass = read.Int(),
            IsAmbiguous = read.Flag(),
        };
    }

    /// <summary>A wish to enter, and what became of it.</summary>
    public static ReadOnlySpan<byte> Of(in SignalRecord signal, PayloadWriter into) =>
        into.Clear()
            .Number(signal.At.UnixNanoseconds)
            .Number(signal.Seat)
            .Number((int)signal.Side)
            .Number(signal.Price.InTicks)
            .Number(signal.Contracts)
            .Real(signal.Confidence)
            .Text(signal.Reason)
            .Decimal(signal.Need)
            .Decimal(signal.Bound)
            .Bytes;

    /// <summary>Reads a wish to enter.</summary>
    public static SignalRecord ReadSignal(ReadOnlySpan<byte> payload)
    {
        var read = new PayloadReader(payload);
        return new SignalRecord(
            new Timestamp(read.Number()),
            read.Int(),
            (Side)read.Int(),
            new Price(read.Number()),
            read.Int(),
            read.Real(),
            read.Text(),
            read.Decimal(),
            read.Decimal()
        );
    }

    /// <summary>What risk did of its own.</summary>
    public static ReadOnlySpan<byte> Of(in RiskEvent happened, PayloadWriter into) =>
        into.Clear()
            .Number(happened.At.UnixNanoseconds)
            .Text(happened.Code)
            .Text(happened.What)
            .Decimal(happened.Need)
            .Decimal(happened.Bound)
            .Flag(happened.Until is not null)
            .Number(happened.Until?.UnixNanoseconds ?? 0)
            .Bytes;

    /// <summary>Reads what risk did.</summary>
    public static RiskEvent ReadRisk(ReadOnlySpan<byte> payload)
    {
        var read = new PayloadReader(payload);
        var (at, code, what) = (new Timestamp(read.Number()), read.Text() ?? "", read.Text() ?? "");
        var (need, bound) = (read.Decimal(), read.Decimal());
        var (ends, until) = (read.Flag(), new Timestamp(read.Number()));
        return new RiskEvent(at, code, what, need, bound, ends ? until : null);
    }

    /// <summary>What a day brought.</summary>
    public static ReadOnlySpan<byte> Of(in DayResult day, PayloadWriter into) =>
        into.Clear()
            .Number(day.DayNumber)
            .Number(day.Net.Units)
            .Number(day.Realised.Units)
            .Number(day.Trades)
            .Number(day.Low.Units)
            .Number(day.LowestRealised.Units)
            .Bytes;

    /// <summary>Reads what a day brought.</summary>
    public static DayResult ReadDay(ReadOnlySpan<byte> payload)
    {
        var read = new PayloadReader(payload);
        return new DayResult(read.Int(), new Money(read.Number()), new Money(read.Number()), read.Int(), new Money(read.Number()))
        {
            LowestRealised = new Money(read.Number()),
        };
    }
}
