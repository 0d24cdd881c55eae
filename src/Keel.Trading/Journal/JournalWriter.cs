using Keel.Domain;
using Keel.Trading.World;

namespace Keel.Trading.Journal;

/// <summary>
/// Adds records to a journal. <see cref="Append"/> collects them in memory, <see cref="Commit"/> writes them: call it before any consequence
/// of them leaves. Nothing collected is forgotten before it is durable, so when the disk fails, <see cref="Rotate"/> to another file loses none.
/// </summary>
public sealed class JournalWriter : IDisposable
{
    /// <summary>How long a written record may wait to be made durable.</summary>
    public static readonly Span LongestWait = new(50_000_000);

    private const int FirstBuffer = 1 << 16;
    private const int LargestBuffer = 1 << 26;

    private readonly IFiles files;
    private readonly string identity;
    private IAppendFile file;

    // The tag of the last durable record, then all records since; those before `written` are in the file already.
    private byte[] pending = new byte[FirstBuffer];
    private int filled = JournalTag.Size;
    private int written = JournalTag.Size;
    private long writtenSequence;
    private Timestamp? waitingSince;
    private FileException? trouble;

    private JournalWriter(IFiles files, string path, string identity, long lastSequence, JournalTag lastTag)
    {
        (this.files, Path, this.identity) = (files, path, identity);
        (LastSequence, DurableSequence, writtenSequence, LastTag) = (lastSequence, lastSequence, lastSequence, lastTag);
        lastTag.WriteTo(pending);
        file = files.Open(path);
    }

    /// <summary>The file that is written.</summary>
    public string Path { get; private set; }

    /// <summary>The number of the last record appended.</summary>
    public long LastSequence { get; private set; }

    /// <summary>The number of the last record that survives a power cut.</summary>
    public long DurableSequence { get; private set; }

    /// <summary>The tag of the last record appended; the header's when there is none.</summary>
    public JournalTag LastTag { get; private set; }

    /// <summary>Whether the disk refused: no commit succeeds any more until the journal goes on in another file.</summary>
    public bool IsBroken => trouble is not null;

    /// <summary>The moment by which <see cref="FlushIfDue"/> has to be called; null when all that was written is durable.</summary>
    public Timestamp? FlushDue => waitingSince + LongestWait;

    /// <summary>How long the file is.</summary>
    public long FileLength => file.Length;

    /// <summary>Begins a journal; a <see cref="FileException"/> when the file exists or the disk refuses.</summary>
    public static JournalWriter Create(IFiles files, string path, string identity, Timestamp at)
    {
        var header = new JournalHeader(identity, 1, at, default).ToBytes();
        Begin(files, path, header);
        return new JournalWriter(files, path, identity, 0, JournalTag.Read(header.AsSpan(^JournalTag.Size..)));
    }

    /// <summary>Goes on with a journal that is whole; one with a damaged end has to be recovered first (<see cref="JournalRecovery"/>).</summary>
    public static JournalWriter Resume(IFiles files, string path, string identity)
    {
        var end = JournalReader.Open(files, path, identity).ReadToEnd();
        if (end.Kind != JournalEndKind.Whole)
        {
            throw new JournalException(
                path,
                end.Why,
                "recover the journal before going on with it; its end will be kept beside it"
            );
        }

        var writer = new JournalWriter(files, path, identity, end.LastSequence, end.LastTag);
        try
        {
            // What the process before this one wrote may not have reached the disk yet.
            writer.Flush();
        }
        catch (JournalException)
        {
            writer.Dispose();
            throw;
        }

        return writer;
    }

    /// <summary>Collects a record and gives it the next number. Never touches the disk, so it works while the journal is broken too.</summary>
    public long Append(ushort kind, Timestamp at, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > RecordFrame.LongestPayload)
        {
            throw new ArgumentOutOfRangeException(nameof(payload), payload.Length, "a record holds at most 1 MiB");
        }

        var frame = new RecordFrame(payload.Length, kind, LastSequence + 1, at);
        MakeRoomFor(frame.Size);
        LastTag = frame.Write(pending.AsSpan(filled - JournalTag.Size), payload);
        filled += frame.Size;
        LastSequence = frame.Sequence;
        return frame.Sequence;
    }

    /// <summary>
    /// Writes what was collected, so that it survives the death of the process; durable: returns only when it survives a power cut. A
    /// <see cref="JournalException"/> means that the consequences must not leave, save exits.
    /// </summary>
    public void Commit(Timestamp now, bool durable)
    {
        MustWork();
        if (filled > written)
        {
            Write();
            (written, writtenSequence) = (filled, LastSequence);
            waitingSince ??= now;
        }

        if (waitingSince is { } since && (durable || IsDue(since, now)))
        {
            Flush();
        }
    }

    /// <summary>Makes durable what has waited long enough; to be called by a timer at <see cref="FlushDue"/>.</summary>
    public void FlushIfDue(Timestamp now)
    {
        if (waitingSince is { } since && IsDue(since, now))
        {
            MustWork();
            Flush();
        }
    }

    /// <summary>
    /// Goes on in another file, which is chained to this one. All that is not durable here is written there, so it also heals a broken
    /// journal: on another disk, or on the same once there is space. When that fails, with a <see cref="FileException"/>, nothing has changed, and another file can be tried.
    /// </summary>
    public void Rotate(string path, Timestamp at)
    {
        if (!IsBroken)
        {
            Commit(at, durable: true);
        }

        var previous = JournalTag.Read(pending);
        var header = new JournalHeader(identity, DurableSequence + 1, at, previous).ToBytes();
        byte[] image = [.. header, .. pending.AsSpan(JournalTag.Size, filled - JournalTag.Size)];
        var lastTag = SealAgain(image.AsSpan(header.Length - JournalTag.Size));
        Begin(files, path, image);
        var old = file;
        file = OpenNew(path);
        old.Dispose();
        (Path, LastTag, trouble) = (path, lastTag, null);
        (written, writtenSequence) = (filled, LastSequence);
        lastTag.WriteTo(pending.AsSpan(filled - JournalTag.Size));
        KeepUnwritten();
    }

    /// <summary>Closes the file. What was not committed is gone, as it would be after a crash.</summary>
    public void Dispose() => file.Dispose();

    private static bool IsDue(Timestamp since, Timestamp now) => now < since || now - since >= LongestWait;

    /// <summary>Makes a file with its first content in one step: either all of it is there under this name, or nothing.</summary>
    private static void Begin(IFiles files, string path, ReadOnlySpan<byte> content)
    {
        if (files.Exists(path))
        {
            throw new FileException(FileFault.Taken, path);
        }

        var draft = path + ".new";
        files.Delete(draft);
        using (var begun = files.Create(draft))
        {
            begun.Append(content);
            begun.Flush();
        }

        files.Rename(draft, path);
    }

    /// <summary>Chains records to the tag that now stands before them.</summary>
    private static JournalTag SealAgain(Span<byte> fromTag)
    {
        var tag = JournalTag.Read(fromTag);
        while (fromTag.Length > JournalTag.Size)
        {
            RecordFrame.TryRead(fromTag[JournalTag.Size..], out var frame);
            tag = frame.Seal(fromTag);
            fromTag = fromTag[frame.Size..];
        }

        return tag;
    }

    private IAppendFile OpenNew(string path)
    {
        try
        {
            return files.Open(path);
        }
        catch (FileException)
        {
            // Two files must not both go on after the same record.
            files.Delete(path);
            throw;
        }
    }

    private void MakeRoomFor(int size)
    {
        if (filled + size <= pending.Length)
        {
            return;
        }

        if (filled + size > LargestBuffer)
        {
            throw new JournalException(
                Path,
                "64 MiB of records wait for the disk, and no more are held",
                "end the session; the account has to be flat by now"
            );
        }

        Array.Resize(ref pending, Math.Max(pending.Length * 2, filled + size));
    }

    private void MustWork()
    {
        if (trouble is not null)
        {
            throw Broken(trouble);
        }
    }

    private JournalException Broken(FileException cause) =>
        new(
            Path,
            $"the journal could not be written: {cause.Why}",
            $"{cause.Remedy}; it goes on in a new file, and no entry leaves until then",
            cause
        );

    private void Write()
    {
        try
        {
            file.Append(pending.AsSpan(written, filled - written));
        }
        catch (FileException refused)
        {
            trouble = refused;
            throw Broken(refused);
        }
    }

    private void Flush()
    {
        try
        {
            file.Flush();
        }
        catch (FileException refused)
        {
            trouble = refused;
            throw Broken(refused);
        }

        KeepUnwritten();
    }

    /// <summary>Records appended since the last commit stay, behind the tag of the last durable one.</summary>
    private void KeepUnwritten()
    {
        pending.AsSpan(written - JournalTag.Size, filled - written + JournalTag.Size).CopyTo(pending);
        DurableSequence = writtenSequence;
        filled -= written - JournalTag.Size;
        written = JournalTag.Size;
        waitingSince = null;
    }
}
