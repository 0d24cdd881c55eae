using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Cli.Profiles;
using Keel.Cli.Profiles.Plans;
using Keel.Cli.Worlds;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Strategies.Registry;
using Keel.Trading.Core;
using Keel.Trading.Journal;
using Keel.Trading.Ledger;
using Keel.Trading.Recording;
using Keel.Trading.Risk;

namespace Keel.Cli.Verbs.Research;

/// <summary><c>replay</c>: gives the engine the inputs of a journal again, and demands the same outputs.</summary>
internal static class ReplayVerb
{
    public static Verb Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "the journal; all of its files, the oldest first, where it has several",
            Arity = ArgumentArity.OneOrMore,
        };
        var untilDamage = new Option<bool>("--until-damage")
        {
            Description = "a journal that is torn or damaged is well if all before that place is equal",
        };
        var print = new Option<bool>("--print") { Description = "replay nothing: print every record in words" };
        var options = new ResearchOptions();
        return new Verb(
            "replay",
            "Give the engine a recorded run's inputs again: its outputs are the same, byte for byte, or the first difference is shown.",
            "./keel replay run.journal",
            "./keel replay run.journal --json",
            "./keel replay torn.journal --until-damage"
        )
        {
            files,
            untilDamage,
            print,
            options.Assembly,
        }.Does(
            (parsed, terminal, stop) =>
            {
                var paths = parsed.GetValue(files)!;
                if (parsed.GetValue(print))
                {
                    return Print(paths, terminal, stop);
                }

                var replay = RunReplay.Open(new SystemFiles(), paths);
                var kinds = options.KindsOf(parsed);
                var outcome = replay.Run(notices => CoreOf(replay, kinds, notices, stop));
                var isWell = IsWell(outcome, parsed.GetValue(untilDamage));
                Tell(replay, outcome, terminal);
                terminal.Document(Document(paths, replay, outcome, isWell));
                return isWell ? ExitCode.Done : ExitCode.Failed;
            }
        );
    }

    private static bool IsWell(ReplayOutcome outcome, bool untilDamage) =>
        outcome.Difference is null && (untilDamage || outcome.End!.Value.Kind == JournalEndKind.Whole);

    /// <summary>The core that ran, from the journal alone: neither the profile's file nor the environment is asked again.</summary>
    private static TradingCore CoreOf(RunReplay replay, StrategyKinds kinds, TradingNotices notices, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var header = replay.Header;
        var variables = new Dictionary<string, string>(header.Variables, StringComparer.Ordinal);
        var source = new ProfileSource(header.Overrides, variables.GetValueOrDefault, replay.Began.ToInstant().InUtc().Date)
        {
            Strategies = kinds,
        };
        if (!ProfileFile.TryRead(header.ProfileText, header.Profile, source, out var profile, out var problems))
        {
            throw new UsageException(
                "the journal's profile cannot be used by this Keel",
                problems[0].ToString(),
                $"replay it with the version that wrote it: {header.Engine}"
            );
        }

        if (profile.Instrument.ToString() != header.Instrument)
        {
            throw new UsageException(
                "the journal's instrument is not the profile's",
                $"the run traded {header.Instrument}, and its profile now means {profile.Instrument}",
                "write the contract's year with four digits"
            );
        }

        var plan = new ProfilePlan(profile, kinds).Backtest(LengthOf(header.BarLength, profile));
        return new TradingCore(plan.Setup, notices, new RiskAccount(plan.Setup.Limits, notices), plan.NewStrategy());
    }

    private static void Tell(RunReplay replay, ReplayOutcome outcome, Terminal terminal)
    {
        var header = replay.Header;
        if (!string.Equals(header.Engine, VersionText.Build, StringComparison.Ordinal))
        {
            terminal.Remark($"Keel {header.Engine} wrote the journal, and this is {VersionText.Build}");
        }

        var counts = $"{Terminal.Count(outcome.Inputs)} inputs, {Terminal.Count(outcome.Outputs)} outputs";
        if (outcome.Difference is { } difference)
        {
            terminal.Line($"{counts}: equal up to record {difference.Sequence}");
            terminal.Line($"first difference at record {difference.Sequence}, {difference.At}");
            terminal.Line($"  expected  {difference.Expected}");
            terminal.Line($"  came      {difference.Came}");
            if (difference.FirstByte is { } place)
            {
                terminal.Line($"  the first byte that differs is number {place} of the payload");
            }

            terminal.Line("the inputs before it:");
            foreach (var input in difference.Before)
            {
                terminal.Line($"  {input}");
            }

            return;
        }

        terminal.Line($"{counts}: equal");
        var end = outcome.End!.Value;
        if (end.Kind != JournalEndKind.Whole)
        {
            terminal.Line($"{outcome.Path} is {(end.Kind == JournalEndKind.Torn ? "torn" : "damaged")}: {end.Why}");
            terminal.Line($"  {Terminal.Count(end.LostBytes)} bytes follow, with {end.LostRecords} whole records in them");
        }
        else if (outcome.Fault is { } fault)
        {
            terminal.Line($"the run broke at its last input, and so did the replay: {fault}");
        }
        else if (!outcome.IsFinished)
        {
            terminal.Line(
                $"the run was interrupted, or still goes on; {outcome.Unwritten} outputs of its last input were not written"
            );
        }
    }

    private static JsonObject Document(string[] paths, RunReplay replay, ReplayOutcome outcome, bool isWell)
    {
        var document = new JsonObject
        {
            ["journal"] = paths.Length == 1 ? paths[0] : new JsonArray([.. paths.Select(path => (JsonNode)path)]),
            ["profile"] = replay.Header.Profile,
            ["engine"] = replay.Header.Engine,
            ["dataset"] = replay.Header.Dataset,
            ["inputs"] = outcome.Inputs,
            ["outputs"] = outcome.Outputs,
            ["unwritten_outputs"] = outcome.Unwritten,
            ["equal"] = outcome.Difference is null,
            ["finished"] = outcome.IsFinished,
            ["passed"] = isWell,
            ["fault"] = outcome.Fault,
            ["first_difference"] = null,
            ["end"] = null,
        };
        if (outcome.Difference is { } difference)
        {
            document["first_difference"] = new JsonObject
            {
                ["sequence"] = difference.Sequence,
                ["at"] = difference.At.ToString(),
                ["expected"] = difference.Expected,
                ["came"] = difference.Came,
                ["byte"] = difference.FirstByte,
                ["inputs_before"] = new JsonArray([.. difference.Before.Select(input => (JsonNode)input)]),
            };
        }

        if (outcome.End is { } end)
        {
            document["end"] = new JsonObject
            {
                ["kind"] = end.Kind.ToString().ToLowerInvariant(),
                ["file"] = outcome.Path,
                ["offset"] = end.Offset,
                ["last_sequence"] = end.LastSequence,
                ["lost_bytes"] = end.LostBytes,
                ["lost_records"] = end.LostRecords,
                ["why"] = end.Why,
            };
        }

        return document;
    }

    private static int Print(string[] paths, Terminal terminal, CancellationToken stop)
    {
        var files = new SystemFiles();
        var journal = new JournalChain(files, paths, JournalReader.Open(files, paths[0]).Header.Identity);
        while (journal.Next(out var record))
        {
            stop.ThrowIfCancellationRequested();
            terminal.Line($"{record.Sequence} {record.At} {RecordWords.Of((RecordKind)record.Kind, record.At, record.Payload)}");
        }

        var end = journal.End!.Value;
        terminal.Line(end.Why);
        terminal.Document(
            new JsonObject
            {
                ["journal"] = paths[0],
                ["records"] = end.LastSequence,
                ["end"] = end.Why,
            }
        );
        return end.Kind == JournalEndKind.Whole ? ExitCode.Done : ExitCode.Failed;
    }

    private static BarLength LengthOf(Span length, Profile profile) =>
        profile.Bars.IsTradingDay && length >= Span.FromHours(23)
            ? profile.Bars
            : BarLength.FromSeconds((int)(length.Nanoseconds / Timestamp.NanosecondsPerSecond));
}
