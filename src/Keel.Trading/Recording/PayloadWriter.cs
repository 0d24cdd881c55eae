using System.Buffers.Binary;
using System.Text;

namespace Keel.Trading.Recording;

/// <summary>
/// Puts values into the payload of a record. A whole number takes as many bytes as it needs: sign in the lowest bit, then seven bits a byte,
/// the lowest first, the highest bit set where more follow. One writer serves all records, so that writing allocates nothing.
/// </summary>
public sealed class PayloadWriter
{
    private const int LongestNumber = 10;

    private byte[] bytes = new byte[256];
    private int count;

    /// <summary>What was put in since it was last cleared.</summary>
    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, count);

    /// <summary>Begins a payload.</summary>
    public PayloadWriter Clear()
    {
        count = 0;
        return this;
    }

    /// <summary>A whole number.</summary>
    public PayloadWriter Number(long value)
    {
        MakeRoomFor(LongestNumber);
        var rest = unchecked((ulong)((value << 1) ^ (value >> 63)));
        while (rest >= 0x80)
        {
            bytes[count++] = (byte)((rest & 0x7F) | 0x80);
            rest >>= 7;
        }

        bytes[count++] = (byte)rest;
        return this;
    }

    /// <summary>Yes or no, as 1 or 0.</summary>
    public PayloadWriter Flag(bool value) => Number(value ? 1 : 0);

    /// <summary>A decimal, with the number of its decimals: 96 bits in three numbers, then sign and scale.</summary>
    public PayloadWriter Decimal(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        return Number(parts[0]).Number(parts[1]).Number(parts[2]).Number(parts[3]);
    }

    /// <summary>Eight bytes of a binary fraction; whatever is no number is written alike.</summary>
    public PayloadWriter Real(double value)
    {
        MakeRoomFor(sizeof(double));
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(count), double.IsNaN(value) ? double.NaN : value);
        count += sizeof(double);
        return this;
    }

    /// <summary>A text: its length in bytes of UTF-8, then these; -1 for none.</summary>
    public PayloadWriter Text(string? value)
    {
        if (value is null)
        {
            return Number(-1);
        }

        var length = Encoding.UTF8.GetByteCount(value);
        Number(length);
        MakeRoomFor(length);
        count += Encoding.UTF8.GetBytes(value, bytes.AsSpan(count));
        return this;
    }

    private void MakeRoomFor(int more)
    {
        if (count + more > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, count + more));
        }
    }
}
