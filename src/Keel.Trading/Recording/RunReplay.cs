using Keel.Domain;
using Keel.Trading.Core;
using Keel.Trading.Journal;
using Keel.Trading.Ledger;
using Keel.Trading.Messages;
using Keel.Trading.Risk;
using Keel.Trading.World;

namespace Keel.Trading.Recording;

/// <summary>Gives a core the inputs of a journal again and demands the same outputs, byte for byte, in the same order.</summary>
public sealed class RunReplay
{
    private readonly JournalChain journal;
    private readonly ProducedOutputs produced = new();
    private readonly LastInputs last = new();
    private RecordedCore? core;
    private string? broken;
    private long inputs;
    private long outputs;
    private bool isFinished;

    private RunReplay(JournalChain journal, RunHeader header, Timestamp began) =>
        (this.journal, Header, Began) = (journal, header, began);

    /// <summary>What ran.</summary>
    public RunHeader Header { get; }

    /// <summary>The time of its first input.</summary>
    public Timestamp Began { get; }

    /// <summary>Opens a journal, over as many files as it has, the oldest first; a <see cref="JournalException"/> when it is not that of a run.</summary>
    public static RunReplay Open(IFiles files, IReadOnlyList<string> paths)
    {
        var identity = JournalReader.Open(files, paths[0]).Header.Identity;
        var chain = new JournalChain(files, paths, identity);
        if (!chain.Next(out var first))
        {
            throw NotOurs(paths[0], $"it holds no record ({chain.End!.Value.Why})");
        }

        if (first.Kind != (ushort)RecordKind.Header)
        {
            throw NotOurs(paths[0], $"it is '{identity}' and does not say what ran");
        }

        try
        {
            return new RunReplay(chain, RunHeader.Read(first.Payload), first.At);
        }
        catch (RecordException wrong)
        {
            throw NotOurs(paths[0], wrong.Message);
        }
    }

    /// <summary>Replays all of it with a core that is built for these notices.</summary>
    public ReplayOutcome Run(Func<TradingNotices, TradingCore> build)
    {
        var notices = new RecordedNotices(TradingNotices.None, produced);
        core = new RecordedCore(build(notices), notices, produced);
        ReplayDifference? difference = null;
        while (difference is null && journal.Next(out var record))
        {
            try
            {
                difference = Take(in record);
            }
            catch (RecordException wrong)
            {
                throw NotOurs(journal.Path, $"record {record.Sequence} cannot be understood: {wrong.Message}");
            }
        }

        return new ReplayOutcome
        {
            Inputs = inputs,
            Outputs = outputs,
            Unwritten = difference is null ? produced.Count : 0,
            End = journal.End,
            Path = journal.Path,
            IsFinished = isFinished,
            Fault = difference is null ? broken : null,
            Difference = difference,
        };
    }

    private ReplayDifference? Take(in JournalRecord record)
    {
        var kind = (RecordKind)record.Kind;
        if (kind >= RecordKind.Command)
        {
            return Compare(in record);
        }

        if (produced.Count > 0)
        {
            return Differ(in record, "nothing more: " + Words(in record), CameInWords(), null);
        }

        if (broken is not null || isFinished)
        {
            return Differ(in record, Words(in record), isFinished ? "the run had ended" : $"the run broke: {broken}", null);
        }

        isFinished = kind == RecordKind.Ended;
        if (!isFinished)
        {
            inputs++;
            last.Keep(in record);
            Apply(kind, in record);
        }

        return null;
    }

    private void Apply(RecordKind kind, in JournalRecord record)
    {
        try
        {
            Give(kind, record.At, record.Payload);
        }
        catch (Exception fault) when (fault is not RecordException)
        {
            // Whatever ended the run has to end the replay at the same place; what comes next in the journal will tell.
            broken = fault.Message;
        }
    }

    private void Give(RecordKind kind, Timestamp at, ReadOnlySpan<byte> payload)
    {
        var read = new PayloadReader(payload);
        switch (kind)
        {
            case RecordKind.Bar:
                core!.Step(InputPayload.ReadBar(at, payload));
                break;
            case RecordKind.Report:
                core!.Step(InputPayload.ReadReport(at, payload));
                break;
            case RecordKind.Clock:
                core!.Step(at);
                break;
            case RecordKind.Order:
                core!.Step((OperatorOrder)read.Small(), at, read.Text() ?? "");
                break;
            case RecordKind.Flatten:
                core!.Flatten((ExitReason)read.Int());
                break;
            case RecordKind.Halt:
                core!.Halt((HaltKind)read.Int(), read.Text() ?? "");
                break;
            case RecordKind.EndDay:
                core!.EndDay();
                break;
            default:
                throw new RecordException($"{kind} is no input");
        }

        core!.Commands.Clear();
    }

    private ReplayDifference? Compare(in JournalRecord record)
    {
        if (produced.Count == 0)
        {
            return Differ(in record, Words(in record), broken is null ? "nothing" : $"the run broke: {broken}", null);
        }

        var (kind, at) = produced.First;
        var isAlike = kind == (RecordKind)record.Kind && at == record.At;
        if (!isAlike || !produced.FirstPayload.SequenceEqual(record.Payload))
        {
            int? firstByte = isAlike ? produced.FirstPayload.CommonPrefixLength(record.Payload) : null;
            return Differ(in record, Words(in record), CameInWords(), firstByte);
        }

        produced.Drop();
        outputs++;
        return null;
    }

    private string CameInWords()
    {
        var (kind, at) = produced.First;
        return $"{at} {RecordWords.Of(kind, at, produced.FirstPayload)}";
    }

    private ReplayDifference Differ(in JournalRecord record, string expected, string came, int? firstByte) =>
        new(record.Sequence, record.At, expected, came, firstByte, last.InWords());

    private static string Words(in JournalRecord record) =>
        $"{record.At} {RecordWords.Of((RecordKind)record.Kind, record.At, record.Payload)}";

    private static JournalException NotOurs(string path, string why) =>
        new(path, why, "name a journal that './keel backtest --journal' or a session wrote with this version of Keel");
}
