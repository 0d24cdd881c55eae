using Keel.Domain;
using Keel.Trading.Journal;

namespace Keel.Trading.Recording;

/// <summary>The last inputs of a replay, kept as bytes; they become words only where there is something to explain.</summary>
internal sealed class LastInputs
{
    private const int Kept = 3;

    private readonly (long Sequence, RecordKind Kind, Timestamp At, byte[] Payload, int Length)[] slots = new (
        long,
        RecordKind,
        Timestamp,
        byte[],
        int
    )[Kept];
    private long seen;

    /// <summary>Keeps an input and forgets the oldest.</summary>
    public void Keep(in JournalRecord record)
    {
        ref var slot = ref slots[seen++ % Kept];
        var payload =
            slot.Payload?.Length >= record.Payload.Length ? slot.Payload : new byte[Math.Max(64, record.Payload.Length)];
        record.Payload.CopyTo(payload);
        slot = (record.Sequence, (RecordKind)record.Kind, record.At, payload, record.Payload.Length);
    }

    /// <summary>They in words, the oldest first.</summary>
    public IReadOnlyList<string> InWords()
    {
        var words = new List<string>();
        for (var i = Math.Max(0, seen - Kept); i < seen; i++)
        {
            var (sequence, kind, at, payload, length) = slots[i % Kept];
            words.Add($"{sequence} {at} {RecordWords.Of(kind, at, payload.AsSpan(0, length))}");
        }

        return words;
    }
}
