using System.Buffers.Binary;
using System.Text;

namespace Keel.Trading.Recording;

/// <summary>Takes values out of a payload in the order in which <see cref="PayloadWriter"/> put them in; a <see cref="RecordException"/> where it ends too early.</summary>
public ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private const int MostBits = 64;

    private ReadOnlySpan<byte> rest = payload;

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => rest.Length;

    /// <summary>A whole number.</summary>
    public long Number()
    {
        var value = 0UL;
        for (var bits = 0; bits < MostBits; bits += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7F) << bits;
            if (next < 0x80)
            {
                return unchecked((long)(value >> 1) ^ -(long)(value & 1));
            }
        }

        throw new RecordException("a number in it has no end");
    }

    /// <summary>A whole number of 32 bits.</summary>
    public int Int() =>
        Number() is >= int.MinValue and <= int.MaxValue and var value
            ? (int)value
            : throw new RecordException("a number in it is too large");

    /// <summary>A number that names one of an enumeration's values; the caller casts it.</summary>
    public byte Small() =>
        Number() is >= 0 and <= byte.MaxValue and var value
            ? (byte)value
            : throw new RecordException("a number in it names nothing");

    /// <summary>Yes or no.</summary>
    public bool Flag() => Number() != 0;

    /// <summary>A decimal.</summary>
    public decimal Decimal()
    {
        Span<int> parts = [Int(), Int(), Int(), Int()];
        try
        {
            return new decimal(parts);
        }
        catch (ArgumentException)
        {
            throw new RecordException("a decimal in it is none");
        }
    }

    /// <summary>A binary fraction.</summary>
    public double Real() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    /// <summary>A text, or none.</summary>
    public string? Text()
    {
        var length = Number();
        return length == -1 ? null
            : length >= 0 && length <= rest.Length ? Encoding.UTF8.GetString(Take((int)length))
            : throw new RecordException("a text in it is longer than the record");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
        {
            throw new RecordException("it ends too early");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
