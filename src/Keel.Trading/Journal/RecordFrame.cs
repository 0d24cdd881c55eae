using System.Buffers.Binary;
using Keel.Domain;

namespace Keel.Trading.Journal;

/// <summary>
/// How a record lies in a file: payload length (4 bytes), kind (2), sequence (8), time (8), payload, tag (16), little-endian. The tag covers
/// the 16 bytes before the record, which are the tag before it, so that checking a record needs nothing but the file itself.
/// </summary>
internal readonly record struct RecordFrame(int PayloadLength, ushort Kind, long Sequence, Timestamp At)
{
    /// <summary>The bytes before the payload.</summary>
    public const int HeadSize = 22;

    /// <summary>The bytes beside the payload.</summary>
    public const int Overhead = HeadSize + JournalTag.Size;

    /// <summary>The longest payload; longer is taken for damage.</summary>
    public const int LongestPayload = 1 << 20;

    /// <summary>All bytes of the record.</summary>
    public int Size => Overhead + PayloadLength;

    /// <summary>Reads a head; false when its length cannot be one.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out RecordFrame frame)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        if (length > LongestPayload)
        {
            frame = default;
            return false;
        }

        frame = new RecordFrame(
            (int)length,
            BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[6..]),
            new Timestamp(BinaryPrimitives.ReadInt64LittleEndian(bytes[14..]))
        );
        return true;
    }

    /// <summary>Writes the record over bytes that begin with the tag before it.</summary>
    public JournalTag Write(Span<byte> afterTag, ReadOnlySpan<byte> payload)
    {
        var record = afterTag[JournalTag.Size..];
        BinaryPrimitives.WriteUInt32LittleEndian(record, (uint)PayloadLength);
        BinaryPrimitives.WriteUInt16LittleEndian(record[4..], Kind);
        BinaryPrimitives.WriteInt64LittleEndian(record[6..], Sequence);
        BinaryPrimitives.WriteInt64LittleEndian(record[14..], At.UnixNanoseconds);
        payload.CopyTo(record[HeadSize..]);
        return Seal(afterTag);
    }

    /// <summary>Computes the tag of a record that stands behind the tag before it, and writes it to its end.</summary>
    public JournalTag Seal(Span<byte> afterTag)
    {
        var tag = JournalTag.Of(afterTag[..Size]);
        tag.WriteTo(afterTag[Size..]);
        return tag;
    }

    /// <summary>Whether a record that stands behind the tag before it is as it was written.</summary>
    public bool IsWhole(ReadOnlySpan<byte> afterTag, out JournalTag tag)
    {
        tag = JournalTag.Read(afterTag[Size..]);
        return JournalTag.Of(afterTag[..Size]) == tag;
    }
}
