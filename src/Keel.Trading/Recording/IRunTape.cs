using Keel.Domain;

namespace Keel.Trading.Recording;

/// <summary>Where a run's inputs and outputs go, in their order: into a journal, or beside one that is replayed.</summary>
public interface IRunTape
{
    /// <summary>An input is about to take effect; durable: not before it would survive a power cut.</summary>
    void Input(RecordKind kind, Timestamp at, ReadOnlySpan<byte> payload, bool durable);

    /// <summary>An input has had an effect, which has not left yet.</summary>
    void Output(RecordKind kind, Timestamp at, ReadOnlySpan<byte> payload);

    /// <summary>The outputs of the present input are complete and may leave when this returns.</summary>
    void Settle();

    /// <summary>The run has come to its end.</summary>
    void End(Timestamp at);
}
