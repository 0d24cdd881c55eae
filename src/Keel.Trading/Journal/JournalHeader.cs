using System.Buffers.Binary;
using System.Text;
using Keel.Domain;
using Keel.Trading.World;

namespace Keel.Trading.Journal;

/// <summary>
/// What a journal file begins with. In the file: magic (8 bytes), format (2), length of the identity (2), first sequence (8), time (8),
/// the last tag of the file before (16), identity (UTF-8), tag of all this (16). Numbers are little-endian.
/// </summary>
/// <param name="Identity">Whose journal it is: account and session.</param>
/// <param name="FirstSequence">The number of its first record.</param>
/// <param name="BeganAt">When the file was begun.</param>
/// <param name="PreviousTag">The tag of the last record in the file before; zero when this is the first one.</param>
public sealed record JournalHeader(string Identity, long FirstSequence, Timestamp BeganAt, JournalTag PreviousTag)
{
    /// <summary>The format that is written.</summary>
    public const ushort Format = 1;

    /// <summary>The longest identity, in bytes of UTF-8.</summary>
    public const int LongestIdentity = 200;

    private const int FixedSize = 44;
    private const int LongestSize = FixedSize + LongestIdentity + JournalTag.Size;

    private static ReadOnlySpan<byte> Magic => "KEELJRNL"u8;

    /// <summary>The header as bytes of a file.</summary>
    public byte[] ToBytes()
    {
        var identity = Encoding.UTF8.GetBytes(Identity);
        if (identity.Length is 0 or > LongestIdentity)
        {
            throw new ArgumentException($"the identity '{Identity}' of a journal has to have 1 to {LongestIdentity} bytes");
        }

        var bytes = new byte[FixedSize + identity.Length + JournalTag.Size];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), Format);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(10), (ushort)identity.Length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(12), FirstSequence);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(20), BeganAt.UnixNanoseconds);
        PreviousTag.WriteTo(bytes.AsSpan(28));
        identity.CopyTo(bytes.AsSpan(FixedSize));
        JournalTag.Of(bytes.AsSpan(0, bytes.Length - JournalTag.Size)).WriteTo(bytes.AsSpan(bytes.Length - JournalTag.Size));
        return bytes;
    }

    /// <summary>Reads the header of a file; says how long it is and its tag, with which the chain of records begins.</summary>
    public static JournalHeader Read(IFiles files, string path, out int size, out JournalTag tag)
    {
        Span<byte> bytes = stackalloc byte[LongestSize];
        bytes = bytes[..files.Read(path, 0, bytes)];
        if (bytes.Length < FixedSize || !bytes.StartsWith(Magic))
        {
            throw new JournalException(
                path,
                "it does not begin as a journal does",
                "keep it and look whether another file was meant; without the journal, begin a new one and reconcile with the venue"
            );
        }

        MustBeOurFormat(path, BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]));
        size = FixedSize + BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]) + JournalTag.Size;
        if (
            size > bytes.Length
            || JournalTag.Of(bytes[..(size - JournalTag.Size)]) != JournalTag.Read(bytes[(size - JournalTag.Size)..size])
        )
        {
            throw new JournalException(
                path,
                "its first bytes are damaged, so that nothing in it can be trusted",
                "keep it, restore a copy if there is one, or begin a new journal and reconcile with the venue"
            );
        }

        tag = JournalTag.Read(bytes[(size - JournalTag.Size)..size]);
        return new JournalHeader(
            Encoding.UTF8.GetString(bytes[FixedSize..(size - JournalTag.Size)]),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[12..]),
            new Timestamp(BinaryPrimitives.ReadInt64LittleEndian(bytes[20..])),
            JournalTag.Read(bytes[28..])
        );
    }

    /// <summary>Refuses the journal of another account or session.</summary>
    public void MustBelongTo(string identity, string path)
    {
        if (!string.Equals(Identity, identity, StringComparison.Ordinal))
        {
            throw new JournalException(
                path,
                $"it is the journal of '{Identity}', not of '{identity}'",
                "name the journal of this account, or move this one aside"
            );
        }
    }

    private static void MustBeOurFormat(string path, int format)
    {
        if (format > Format)
        {
            throw new JournalException(
                path,
                $"a newer Keel wrote it: format {format}, and this one reads {Format}",
                "update Keel, or use the version that wrote it; nothing was changed"
            );
        }

        if (format < Format)
        {
            throw new JournalException(
                path,
                $"an older Keel wrote it: format {format}, and this one reads {Format}",
                "read it with the version that wrote it, then begin a new journal with this one; nothing was changed"
            );
        }
    }
}
