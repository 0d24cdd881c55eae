using Keel.Trading.Core;
using Keel.Trading.Ledger;

namespace Keel.Trading.Recording;

/// <summary>Passes on what the core tells, and puts it on the tape in the same order.</summary>
public sealed class RecordedNotices(TradingNotices listener, IRunTape tape) : TradingNotices
{
    private readonly PayloadWriter payload = new();

    /// <summary>The core that tells; its present instant is the time of each record.</summary>
    internal TradingCore? Core { get; set; }

    private Domain.Timestamp Now => new(Core!.Now);

    /// <inheritdoc />
    public override void OnTrade(in ClosedTrade trade)
    {
        tape.Output(RecordKind.Trade, Now, OutputPayload.Of(in trade, payload));
        listener.OnTrade(in trade);
    }

    /// <inheritdoc />
    public override void OnSignal(in SignalRecord signal)
    {
        tape.Output(RecordKind.Signal, Now, OutputPayload.Of(in signal, payload));
        listener.OnSignal(in signal);
    }

    /// <inheritdoc />
    public override void OnRisk(in RiskEvent happened)
    {
        tape.Output(RecordKind.Risk, Now, OutputPayload.Of(in happened, payload));
        listener.OnRisk(in happened);
    }

    /// <inheritdoc />
    public override void OnDay(in DayResult day)
    {
        tape.Output(RecordKind.Day, Now, OutputPayload.Of(in day, payload));
        listener.OnDay(in day);
    }
}
