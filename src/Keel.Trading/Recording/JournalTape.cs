using Keel.Domain;
using Keel.Trading.Journal;
using Keel.Trading.World;

namespace Keel.Trading.Recording;

/// <summary>
/// Records a run into a journal. An input is written before it takes effect, its outputs before they leave. What risk stopped, and what a
/// person ordered, survives a power cut from that moment on; all else within 50 milliseconds by the world's clock.
/// </summary>
public sealed class JournalTape : IRunTape, IDisposable
{
    private readonly IWorld world;
    private readonly string path;
    private readonly RunHeader header;
    private JournalWriter? journal;
    private TimerId timer;
    private bool hasOutputs;
    private bool isUrgent;

    /// <summary>A tape that begins its journal with the first input: a run without inputs leaves none. The file must not exist.</summary>
    public JournalTape(IWorld world, string path, RunHeader header)
    {
        (this.world, this.path, this.header) = (world, path, header);
        if (world.Files.Exists(path))
        {
            throw new FileException(FileFault.Taken, path);
        }
    }

    /// <summary>How many records were written.</summary>
    public long Count => journal?.LastSequence ?? 0;

    /// <summary>The number of the last record that survives a power cut.</summary>
    public long DurableCount => journal?.DurableSequence ?? 0;

    /// <inheritdoc />
    public void Input(RecordKind kind, Timestamp at, ReadOnlySpan<byte> payload, bool durable)
    {
        journal ??= Begin(at);
        journal.Append((ushort)kind, at, payload);
        journal.Commit(world.Now, durable);
        WatchFlush();
    }

    /// <inheritdoc />
    public void Output(RecordKind kind, Timestamp at, ReadOnlySpan<byte> payload)
    {
        journal!.Append((ushort)kind, at, payload);
        hasOutputs = true;
        isUrgent |= kind is RecordKind.Risk or RecordKind.Fault;
    }

    /// <inheritdoc />
    public void Settle()
    {
        if (hasOutputs)
        {
            journal!.Commit(world.Now, isUrgent);
            (hasOutputs, isUrgent) = (false, false);
            WatchFlush();
        }
    }

    /// <inheritdoc />
    public void End(Timestamp at)
    {
        if (journal is not null)
        {
            Input(RecordKind.Ended, at, [], durable: true);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        world.Cancel(timer);
        journal?.Dispose();
    }

    private JournalWriter Begin(Timestamp at)
    {
        // The run's own time, not the machine's: two recordings of the same run are the same bytes.
        var begun = JournalWriter.Create(world.Files, path, Identity(header.Profile), at);
        begun.Append((ushort)RecordKind.Header, at, header.Write(new PayloadWriter()));
        return begun;
    }

    private static string Identity(string profile) => "run of " + (profile.Length > 60 ? profile[..60] : profile);

    /// <summary>When inputs stop coming, a timer makes durable what waits.</summary>
    private void WatchFlush()
    {
        if (timer.IsNone && journal!.FlushDue is not null)
        {
            timer = world.After(JournalWriter.LongestWait, FlushWaiting);
        }
    }

    private void FlushWaiting()
    {
        timer = default;
        journal!.FlushIfDue(world.Now);
        WatchFlush();
    }
}
