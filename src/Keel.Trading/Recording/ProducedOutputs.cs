using Keel.Domain;

namespace Keel.Trading.Recording;

/// <summary>The outputs of a core that is replayed, until the journal's are held against them.</summary>
internal sealed class ProducedOutputs : IRunTape
{
    private readonly List<(RecordKind Kind, Timestamp At, int From, int Length)> waiting = [];
    private byte[] bytes = new byte[1024];
    private int filled;
    private int next;

    /// <summary>How many wait.</summary>
    public int Count => waiting.Count - next;

    /// <summary>The first one that waits.</summary>
    public (RecordKind Kind, Timestamp At) First => (waiting[next].Kind, waiting[next].At);

    /// <summary>What the first one holds.</summary>
    public ReadOnlySpan<byte> FirstPayload => bytes.AsSpan(waiting[next].From, waiting[next].Length);

    /// <summary>The first one is done with.</summary>
    public void Drop()
    {
        next++;
        if (Count == 0)
        {
            waiting.Clear();
            (filled, next) = (0, 0);
        }
    }

    /// <inheritdoc />
    public void Input(RecordKind kind, Timestamp at, ReadOnlySpan<byte> payload, bool durable) { }

    /// <inheritdoc />
    public void Output(RecordKind kind, Timestamp at, ReadOnlySpan<byte> payload)
    {
        if (filled + payload.Length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, filled + payload.Length));
        }

        payload.CopyTo(bytes.AsSpan(filled));
        waiting.Add((kind, at, filled, payload.Length));
        filled += payload.Length;
    }

    /// <inheritdoc />
    public void Settle() { }

    /// <inheritdoc />
    public void End(Timestamp at) { }
}
