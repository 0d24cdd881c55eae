using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Keel.Trading.Journal;

/// <summary>
/// The checksum of a record and of all before it: the first 128 bits of SHA-256 over the tag before and the record. One value finds damage
/// (a CRC would do) and also a record that is missing, repeated, moved or replaced by a whole one from elsewhere (a CRC would not); 128 bits
/// are beyond chance and beyond forging, and half of what a full hash takes in the file.
/// </summary>
/// <param name="High">The first 64 bits.</param>
/// <param name="Low">The other 64 bits.</param>
public readonly record struct JournalTag(ulong High, ulong Low)
{
    /// <summary>Bytes in a file.</summary>
    public const int Size = 16;

    /// <summary>Computes the tag of bytes.</summary>
    public static JournalTag Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Read(hash);
    }

    /// <summary>Reads a tag as it stands in a file.</summary>
    public static JournalTag Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    /// <summary>Writes the tag as it stands in a file.</summary>
    public void WriteTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
    }

    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";
}
