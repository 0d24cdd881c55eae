using Keel.Trading.World;

namespace Keel.Trading.Journal;

/// <summary>Reads one journal file, record by record, up to its end or to the first damage. It changes nothing and takes no lock.</summary>
public sealed class JournalReader
{
    private const int UsualWindow = 1 << 18;

    private readonly IFiles files;
    private readonly string path;
    private readonly long fileLength;

    // A window on the file: the 16 bytes before `at` are the tag before the record that begins there.
    private byte[] window;
    private int at;
    private int filled;
    private long windowOffset;

    private JournalReader(IFiles files, string path, JournalHeader header, int headerSize, JournalTag headerTag)
    {
        (this.files, this.path, Header) = (files, path, header);
        fileLength = files.Length(path);
        window = new byte[(int)Math.Min(UsualWindow, fileLength)];
        windowOffset = headerSize - JournalTag.Size;
        at = JournalTag.Size;
        LastSequence = header.FirstSequence - 1;
        LastTag = headerTag;
    }

    /// <summary>What the file begins with.</summary>
    public JournalHeader Header { get; }

    /// <summary>The number of the last record read.</summary>
    public long LastSequence { get; private set; }

    /// <summary>The tag of the last record read; the header's before the first one.</summary>
    public JournalTag LastTag { get; private set; }

    /// <summary>How the journal ends; known once <see cref="Next"/> has said that there is no more.</summary>
    public JournalEnd? End { get; private set; }

    private long Offset => windowOffset + at;

    private long Rest => fileLength - Offset;

    private Span<byte> FromTag => window.AsSpan(at - JournalTag.Size, filled - at + JournalTag.Size);

    /// <summary>Opens a file; a <see cref="JournalException"/> when it is no journal, of another format, or its first bytes are damaged.</summary>
    public static JournalReader Open(IFiles files, string path)
    {
        var header = JournalHeader.Read(files, path, out var size, out var tag);
        return new JournalReader(files, path, header, size, tag);
    }

    /// <summary>Opens the journal of an account and session; refuses that of another.</summary>
    public static JournalReader Open(IFiles files, string path, string identity)
    {
        var reader = Open(files, path);
        reader.Header.MustBelongTo(identity, path);
        return reader;
    }

    /// <summary>Reads the next record; false at the end, which <see cref="End"/> then explains.</summary>
    public bool Next(out JournalRecord record)
    {
        record = default;
        if (End is not null)
        {
            return false;
        }

        if (!Hold(RecordFrame.HeadSize))
        {
            return Stop(isCut: true, "the file ends inside it");
        }

        if (!RecordFrame.TryRead(window.AsSpan(at), out var frame))
        {
            return Stop(isCut: false, "what stands there has an impossible length");
        }

        if (frame.Sequence != LastSequence + 1)
        {
            return Stop(isCut: false, $"what stands there claims to be record {frame.Sequence}");
        }

        if (!Hold(frame.Size))
        {
            return Stop(isCut: true, "the file ends inside it");
        }

        if (!frame.IsWhole(FromTag, out var tag))
        {
            return Stop(isCut: false, "its bytes, or the chain before it, are not as they were written");
        }

        record = new JournalRecord
        {
            Sequence = frame.Sequence,
            Kind = frame.Kind,
            At = frame.At,
            Offset = Offset,
            Tag = tag,
            Payload = window.AsSpan(at + RecordFrame.HeadSize, frame.PayloadLength),
        };
        at += frame.Size;
        (LastSequence, LastTag) = (frame.Sequence, tag);
        return true;
    }

    /// <summary>Reads on to the end.</summary>
    public JournalEnd ReadToEnd()
    {
        while (Next(out _)) { }

        return End!.Value;
    }

    private bool Stop(bool isCut, string why)
    {
        var (offset, rest) = (Offset, Rest);
        if (rest == 0)
        {
            End = new JournalEnd(JournalEndKind.Whole, offset, LastSequence, LastTag, 0, 0, "the journal is whole");
            return false;
        }

        var (isBlank, whole) = Survey();
        var kind = (isCut || isBlank) && whole == 0 ? JournalEndKind.Torn : JournalEndKind.Damaged;
        var place = $"record {LastSequence + 1} was expected at byte {offset}, but {(isBlank ? "only zeros follow" : why)}";
        End = new JournalEnd(kind, offset, LastSequence, LastTag, rest, whole, place);
        return false;
    }

    /// <summary>Looks through all that follows the damage, byte by byte, for anything but zeros and for records that are whole by themselves.</summary>
    private (bool IsBlank, long WholeRecords) Survey()
    {
        var mostRecords = fileLength / RecordFrame.Overhead;
        var isBlank = true;
        var whole = 0L;
        while (Hold(1))
        {
            isBlank &= window[at] == 0;
            if (
                Hold(RecordFrame.HeadSize)
                && RecordFrame.TryRead(window.AsSpan(at), out var frame)
                && frame.Sequence >= Header.FirstSequence
                && frame.Sequence - Header.FirstSequence < mostRecords
                && Hold(frame.Size)
                && frame.IsWhole(FromTag, out _)
            )
            {
                whole++;
                isBlank = false;
                at += frame.Size;
            }
            else
            {
                at++;
            }
        }

        return (isBlank, whole);
    }

    /// <summary>Brings so many bytes from the current place on into the window, with the tag before them; false when the file is shorter.</summary>
    private bool Hold(int count)
    {
        if (at + count <= filled)
        {
            return true;
        }

        if (count > Rest)
        {
            return false;
        }

        var kept = at - JournalTag.Size;
        var needed = JournalTag.Size + count;
        var target = needed > window.Length ? new byte[Math.Max(needed, window.Length * 2)] : window;
        if (filled > kept)
        {
            window.AsSpan(kept, filled - kept).CopyTo(target);
        }

        window = target;
        windowOffset += kept;
        filled = Math.Max(0, filled - kept);
        at = JournalTag.Size;
        while (filled < needed)
        {
            var read = files.Read(path, windowOffset + filled, window.AsSpan(filled));
            if (read == 0)
            {
                throw new JournalException(
                    path,
                    "it became shorter while it was read",
                    "let nobody change it, then read it again"
                );
            }

            filled += read;
        }

        return true;
    }
}
