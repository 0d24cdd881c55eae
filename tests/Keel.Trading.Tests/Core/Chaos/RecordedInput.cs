using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Core;
using Keel.Trading.Messages;

namespace Keel.Trading.Tests.Core.Chaos;

/// <summary>One input as it was given to a core.</summary>
internal readonly struct RecordedInput
{
    private readonly byte kind;
    private readonly Bar bar;
    private readonly VenueReport report;
    private readonly Timestamp at;
    private readonly OperatorOrder order;

    public RecordedInput(in Bar bar) => (kind, this.bar) = (0, bar);

    public RecordedInput(in VenueReport report) => (kind, this.report) = (1, report);

    public RecordedInput(Timestamp at) => (kind, this.at) = (2, at);

    public RecordedInput(OperatorOrder order, Timestamp at) => (kind, this.order, this.at) = (3, order, at);

    public bool IsResume => kind == 3 && order == OperatorOrder.Resume;

    public void GiveTo(TradingCore core)
    {
        switch (kind)
        {
            case 0:
                core.Step(in bar);
                break;
            case 1:
                core.Step(in report);
                break;
            case 2:
                core.Step(at);
                break;
            default:
                core.Step(order, at);
                break;
        }
    }

    public override string ToString() =>
        kind switch
        {
            0 => $"bar {bar.OpenTime} close {bar.Close.InTicks}",
            1 =>
                $"report {report.Kind} of {report.OrderId}: {report.Lots} @ {report.Price}, trade {report.TradeId}, at {report.At % 1_000_000_000_000}",
            2 => $"clock {at}",
            _ => $"operator {order} {at}",
        };
}
