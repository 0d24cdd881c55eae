using System.Buffers.Binary;
using System.Text;
using Keel.Domain;

namespace Keel.Trading.Journal;

/// <summary>One line of an account's ledger: a loss charged to a budget, a latch, a limit changed, a review passed.</summary>
/// <param name="Sequence">Counted from 1.</param>
/// <param name="Kind">What it is; the writer's own numbering, below <see cref="LedgerBook.ReviewKind"/>.</param>
/// <param name="At">When.</param>
/// <param name="Amount">How much money it is about; zero when it is not about money.</param>
/// <param name="Text">In words, or the stable code of its reason.</param>
public readonly record struct LedgerEntry(long Sequence, ushort Kind, Timestamp At, Money Amount, string Text)
{
    private const int AmountBytes = sizeof(long);

    /// <summary>Reads an entry from its record.</summary>
    internal static LedgerEntry From(in JournalRecord record) =>
        new(
            record.Sequence,
            record.Kind,
            record.At,
            new Money(BinaryPrimitives.ReadInt64LittleEndian(record.Payload)),
            Encoding.UTF8.GetString(record.Payload[AmountBytes..])
        );

    /// <summary>Amount and text as the payload of a record.</summary>
    internal static byte[] Payload(Money amount, string text)
    {
        var payload = new byte[AmountBytes + Encoding.UTF8.GetByteCount(text)];
        BinaryPrimitives.WriteInt64LittleEndian(payload, amount.Units);
        Encoding.UTF8.GetBytes(text, payload.AsSpan(AmountBytes));
        return payload;
    }
}
