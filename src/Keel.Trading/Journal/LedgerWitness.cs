using System.Buffers.Binary;
using System.Text;
using Keel.Trading.World;

namespace Keel.Trading.Journal;

/// <summary>
/// How far a ledger had come, kept in a second place, so that a ledger that went backwards is noticed. In the file: magic (8 bytes), format
/// (2), sequence (8), tag (16), account (UTF-8), tag of all this (16).
/// </summary>
/// <param name="Account">Whose ledger.</param>
/// <param name="Sequence">Its last entry.</param>
/// <param name="Tag">The tag of that entry.</param>
internal sealed record LedgerWitness(string Account, long Sequence, JournalTag Tag)
{
    private const ushort Format = 1;
    private const int FixedSize = 34;
    private const int LongestSize = FixedSize + JournalHeader.LongestIdentity + JournalTag.Size;

    private static ReadOnlySpan<byte> Magic => "KEELWITN"u8;

    /// <summary>Reads a witness; null when the file is damaged.</summary>
    public static LedgerWitness? Read(IFiles files, string path)
    {
        Span<byte> bytes = stackalloc byte[LongestSize];
        bytes = bytes[..files.Read(path, 0, bytes)];
        var end = bytes.Length - JournalTag.Size;
        if (end < FixedSize || !bytes.StartsWith(Magic) || JournalTag.Of(bytes[..end]) != JournalTag.Read(bytes[end..]))
        {
            return null;
        }

        var format = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        return format == Format
            ? new LedgerWitness(
                Encoding.UTF8.GetString(bytes[FixedSize..end]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[10..]),
                JournalTag.Read(bytes[18..])
            )
            : throw new JournalException(
                path,
                $"another version of Keel wrote it: format {format}, and this one reads {Format}",
                "use the version that wrote it; nothing was changed"
            );
    }

    /// <summary>Replaces the witness in one step, durably.</summary>
    public void Write(IFiles files, string path)
    {
        var account = Encoding.UTF8.GetBytes(Account);
        var bytes = new byte[FixedSize + account.Length + JournalTag.Size];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(8), Format);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(10), Sequence);
        Tag.WriteTo(bytes.AsSpan(18));
        account.CopyTo(bytes.AsSpan(FixedSize));
        var end = bytes.Length - JournalTag.Size;
        JournalTag.Of(bytes.AsSpan(0, end)).WriteTo(bytes.AsSpan(end));

        var draft = path + ".new";
        files.Delete(draft);
        using (var file = files.Create(draft))
        {
            file.Append(bytes);
            file.Flush();
        }

        files.Rename(draft, path);
    }
}
