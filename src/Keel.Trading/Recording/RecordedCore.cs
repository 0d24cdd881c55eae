using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Core;
using Keel.Trading.Exchange;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Risk;

namespace Keel.Trading.Recording;

/// <summary>
/// A core whose every input goes onto a tape before it takes effect, and whose every output goes there before it leaves. The core itself
/// knows nothing of it, so that a run is the same with and without.
/// </summary>
public sealed class RecordedCore : IExchangeMember
{
    private readonly TradingCore core;
    private readonly IRunTape tape;
    private readonly PayloadWriter payload = new();

    /// <summary>Records a core; what it tells has to go through these notices.</summary>
    public RecordedCore(TradingCore core, RecordedNotices notices, IRunTape tape)
    {
        (this.core, this.tape) = (core, tape);
        notices.Core = core;
    }

    /// <summary>The core that is recorded.</summary>
    public TradingCore Core => core;

    /// <inheritdoc />
    public CommandBuffer Commands => core.Commands;

    /// <inheritdoc />
    public long Now => core.Now;

    /// <inheritdoc />
    public int Day => core.Day;

    /// <inheritdoc />
    public long BarLength => core.BarLength;

    /// <summary>A bar has closed.</summary>
    public void Step(in Bar bar)
    {
        tape.Input(RecordKind.Bar, bar.OpenTime, InputPayload.Of(in bar, payload), durable: false);
        var before = core.Commands.Count;
        try
        {
            core.Step(in bar);
        }
        catch (FaultException fault)
        {
            Record(fault, before);
            throw;
        }

        Settle(before);
    }

    /// <summary>The venue says something of an order.</summary>
    public void Step(in VenueReport report)
    {
        tape.Input(RecordKind.Report, new Timestamp(report.At), InputPayload.Of(in report, payload), durable: false);
        var before = core.Commands.Count;
        try
        {
            core.Step(in report);
        }
        catch (FaultException fault)
        {
            Record(fault, before);
            throw;
        }

        Settle(before);
    }

    /// <inheritdoc />
    public void Hear(in VenueReport report) => Step(in report);

    /// <summary>It is so late; nothing else has happened.</summary>
    public void Step(Timestamp clock)
    {
        tape.Input(RecordKind.Clock, clock, [], durable: false);
        Do(() => core.Step(clock));
    }

    /// <summary>A person orders something, and may say why.</summary>
    public void Step(OperatorOrder order, Timestamp at, string reason)
    {
        tape.Input(RecordKind.Order, at, payload.Clear().Number((byte)order).Text(reason).Bytes, durable: true);
        Do(() => core.Step(order, at));
    }

    /// <summary>The host wants everything closed.</summary>
    public void Flatten(ExitReason reason)
    {
        tape.Input(RecordKind.Flatten, new Timestamp(core.Now), payload.Clear().Number((int)reason).Bytes, durable: true);
        Do(() => core.Flatten(reason));
    }

    /// <summary>The host stops trading and closes everything.</summary>
    public void Halt(HaltKind kind, string reason)
    {
        payload.Clear().Number((int)kind).Text(reason);
        tape.Input(RecordKind.Halt, new Timestamp(core.Now), payload.Bytes, durable: true);
        Do(() => core.Halt(kind, reason));
    }

    /// <summary>There are no more inputs for the day.</summary>
    public void EndDay()
    {
        tape.Input(RecordKind.EndDay, new Timestamp(core.Now), [], durable: false);
        Do(core.EndDay);
    }

    /// <summary>The run has come to its end.</summary>
    public void End() => tape.End(new Timestamp(core.Now));

    /// <summary>What comes rarely, and may therefore cost a delegate.</summary>
    private void Do(Action step)
    {
        var before = core.Commands.Count;
        try
        {
            step();
        }
        catch (FaultException fault)
        {
            Record(fault, before);
            throw;
        }

        Settle(before);
    }

    private void Settle(int before)
    {
        var commands = core.Commands;
        for (var i = before; i < commands.Count; i++)
        {
            tape.Output(RecordKind.Command, new Timestamp(core.Now), OutputPayload.Of(in commands[i], payload));
        }

        tape.Settle();
    }

    private void Record(FaultException fault, int before)
    {
        tape.Output(RecordKind.Fault, new Timestamp(core.Now), payload.Clear().Text(fault.Message).Bytes);
        Settle(before);
    }
}
