using System.Globalization;
using Keel.Domain;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Orders;
using Keel.Trading.Risk;

namespace Keel.Trading.Recording;

/// <summary>What a record says, for people. Prices are in ticks, as the core sees them.</summary>
public static class RecordWords
{
    /// <summary>A record in words, without its time.</summary>
    public static string Of(RecordKind kind, Timestamp at, ReadOnlySpan<byte> payload)
    {
        try
        {
            return Read(kind, at, payload);
        }
        catch (RecordException wrong)
        {
            return $"{kind} that cannot be read: {wrong.Message}";
        }
    }

    private static string Read(RecordKind kind, Timestamp at, ReadOnlySpan<byte> payload) =>
        kind switch
        {
            RecordKind.Header => Header(RunHeader.Read(payload)),
            RecordKind.Bar => Bar(InputPayload.ReadBar(at, payload)),
            RecordKind.Report => Report(InputPayload.ReadReport(at, payload)),
            RecordKind.Clock => "clock",
            RecordKind.Order => Order(payload),
            RecordKind.Flatten => $"flatten: {(ExitReason)new PayloadReader(payload).Int()}",
            RecordKind.Halt => Halt(payload),
            RecordKind.EndDay => "the day ends",
            RecordKind.Ended => "the run has ended",
            RecordKind.Command => Command(OutputPayload.ReadCommand(payload)),
            RecordKind.Trade => Trade(OutputPayload.ReadTrade(payload)),
            RecordKind.Signal => Signal(OutputPayload.ReadSignal(payload)),
            RecordKind.Risk => Risk(OutputPayload.ReadRisk(payload)),
            RecordKind.Day => Day(OutputPayload.ReadDay(payload)),
            RecordKind.Fault => $"fault: {new PayloadReader(payload).Text()}",
            _ => $"a record of unknown kind {(int)kind}",
        };

    private static string Header(RunHeader header) =>
        $"run of {header.Profile} on {header.Instrument}, data {header.Dataset}, Keel {header.Engine}";

    private static string Bar(Domain.Markets.Bar bar) =>
        $"bar: open {bar.Open.InTicks}, high {bar.High.InTicks}, low {bar.Low.InTicks}, close {bar.Close.InTicks}, volume {bar.Volume.Lots}";

    private static string Report(VenueReport report) =>
        report.Kind == ReportKind.Filled
            ? $"report: order {report.OrderId} filled, {report.Lots} at {report.Price}, slippage {report.Slippage}, fee {new Money(report.Fee)}, fill {report.TradeId}"
                + (report.IsAmbiguous ? ", target in the same bar" : "")
            : $"report: order {report.OrderId} {report.Kind}";

    private static string Order(ReadOnlySpan<byte> payload)
    {
        var read = new PayloadReader(payload);
        return $"a person orders: {(OperatorOrder)read.Small()} ({read.Text()})";
    }

    private static string Halt(ReadOnlySpan<byte> payload)
    {
        var read = new PayloadReader(payload);
        return $"halt {(HaltKind)read.Int()}: {read.Text()}";
    }

    private static string Command(Command command)
    {
        var price =
            (command.Type is OrderType.Limit or OrderType.StopLimit ? $", limit {command.Limit}" : "")
            + (command.Type is OrderType.Market or OrderType.Limit ? "" : $", stop {command.Stop}");
        var bracket = command is { StopOffset: 0, TargetOffset: 0, StopId: 0, TargetId: 0 }
            ? ""
            : $", stop {command.StopId} at {command.StopOffset} and target {command.TargetId} at {command.TargetOffset} ticks";
        price += command.Trail == 0 ? bracket : $", trail {command.Trail}{bracket}";
        return command.Kind is CommandKind.Submit or CommandKind.Change
            ? $"command: {command.Kind} order {command.OrderId} of seat {command.Seat}, {command.Purpose}, {command.Side} {command.Lots} {command.Type} {command.TimeInForce}{price}, group {command.Group}"
            : $"command: {command.Kind} order {command.OrderId} of seat {command.Seat}";
    }

    private static string Trade(ClosedTrade trade) =>
        $"trade: seat {trade.Seat}, {trade.Side} {trade.Contracts}, {trade.EntryTime} to {trade.ExitTime}, ticks {trade.EntryTicks} to {trade.ExitTicks}, net {trade.Net} (gross {trade.Gross}, fees {trade.Commission}, slippage {trade.Slippage}), risk {trade.Risk}, open from {trade.WorstOpen} to {trade.BestOpen}, {trade.Reason}";

    private static string Signal(SignalRecord signal) =>
        $"signal: seat {signal.Seat}, {signal.Side} at {signal.Price.InTicks}, {signal.Contracts} allowed"
        + (signal.Reason is null ? "" : $", {signal.Reason} {Number(signal.Need)} of {Number(signal.Bound)}");

    private static string Risk(RiskEvent happened) =>
        $"risk: {happened.Code} {happened.What}, {Number(happened.Need)} of {Number(happened.Bound)}"
        + (happened.Until is { } until ? $", until {until}" : "");

    private static string Day(DayResult day) =>
        $"day {new Timestamp(day.DayNumber * 86_400L * Timestamp.NanosecondsPerSecond).ToString()[..10]}: net {day.Net}, {day.Trades} trades for {day.Realised}, lowest {day.Low} and {day.LowestRealised}";

    private static string Number(decimal value) => value.ToString("0.########", CultureInfo.InvariantCulture);
}
