using System.CommandLine;
using System.CommandLine.Help;
using Keel.Cli.Console;
using Keel.Cli.Verbs;
using Keel.Cli.Verbs.Research;
using Keel.Data;
using Keel.Domain.Instruments;
using Keel.Trading.Journal;
using Keel.Trading.World;

namespace Keel.Cli;

/// <summary>The whole command line: finds the verb, lets it act, turns trouble into an exit code. Tests call it in their own process.</summary>
public static class CommandLine
{
    private static readonly Option<bool> Json = new("--json")
    {
        Description = "print exactly one JSON document on standard output",
        Recursive = true,
    };
    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description = "show where in the program an error arose",
        Recursive = true,
    };

    /// <summary>All verbs.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Keel: research, test and trade futures strategies, honestly.");
        root.Options.Clear();
        root.Options.Add(new HelpOption());
        root.Options.Add(new Option<bool>("--version") { Description = "print version, runtime and libraries" });
        root.Options.Add(Json);
        root.Options.Add(Verbose);
        root.Subcommands.Add(DemoVerb.Create());
        root.Subcommands.Add(DataVerb.Create());
        root.Subcommands.Add(BacktestVerb.Create());
        root.Subcommands.Add(ReplayVerb.Create());
        root.Subcommands.Add(BenchVerb.Create());
        root.Subcommands.Add(ResultsVerb.Create());
        root.Subcommands.Add(StrategiesVerb.Create());
        root.Subcommands.Add(SessionsVerb.Create());
        root.Subcommands.Add(ConfigVerb.Create(System.Console.In));
        root.Subcommands.Add(DoctorVerb.Create());
        root.Subcommands.Add(TestVerb.Create());
        return root;
    }

    /// <summary>Runs a command line; the exit code.</summary>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken stop = default)
    {
        var root = Root();
        var parsed = root.Parse(arguments);
        var command = parsed.CommandResult.Command;
        if (parsed.Action is HelpAction || (command == root && arguments.Count == 0))
        {
            HelpText.Write(command, terminal.Output, terminal.Width);
            return ExitCode.Done;
        }

        terminal.Json = parsed.GetValue(Json);
        terminal.Verbose = parsed.GetValue(Verbose);
        if (command == root && parsed.GetValue<bool>("--version"))
        {
            VersionText.Write(terminal);
            return ExitCode.Done;
        }

        if (parsed.Errors.Count > 0 || command is not Verb { Act: { } act })
        {
            return Misused(parsed, command, terminal);
        }

        try
        {
            return act(parsed, terminal, stop);
        }
        catch (DataException trouble)
        {
            terminal.Fail(trouble);
            return trouble.IsMisuse ? ExitCode.Usage : ExitCode.Failed;
        }
        catch (JournalException trouble)
        {
            terminal.Fail($"the journal {trouble.Path} cannot be used", trouble.Why, trouble.Remedy);
            return ExitCode.Failed;
        }
        catch (FileException refused)
        {
            terminal.Fail($"cannot use {refused.Path}", refused.Why, refused.Remedy);
            return ExitCode.Failed;
        }
        catch (UsageException wrong)
        {
            terminal.Fail(wrong.Message, wrong.Why, wrong.Remedy);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException)
        {
            terminal.Fail("interrupted", "a signal asked for it", "nothing is half done: run the same command again to go on");
            return ExitCode.Interrupted;
        }
        catch (Exception fault)
        {
            // Nothing below foresaw this. It ends the run like any failure: in words, with one document, the place of it on request.
            terminal.Fail(
                "something went wrong inside Keel",
                fault.Message,
                "run it again with --verbose and report what it shows"
            );
            if (terminal.Verbose)
            {
                terminal.Remark(fault.ToString());
            }

            return ExitCode.Failed;
        }
    }

    private static int Misused(ParseResult parsed, Command command, Terminal terminal)
    {
        var name = HelpText.FullName(command);
        var why =
            parsed.Errors.Count > 0
                ? parsed.Errors[0].Message.TrimEnd('.')
                : $"'{name}' needs one of: {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}";
        var unknown = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        var near = unknown is null ? null : Nearest(unknown, command);
        if (unknown is not null && command.Subcommands.Count > 0)
        {
            why = $"there is no '{unknown}' here, only {string.Join(", ", command.Subcommands.Select(sub => sub.Name))}.";
        }
        terminal.Fail(
            $"'{name}' cannot be run like this",
            near is null ? why : $"{why} Did you mean {near}?",
            $"see '{name} --help'"
        );
        return ExitCode.Usage;
    }

    private static string? Nearest(string token, Command command)
    {
        var names = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name));
        return names
            .Select(known => (known, Distance: EditDistance.Between(token, known)))
            .Where(pair => pair.Distance <= 3)
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.known)
            .FirstOrDefault();
    }
}
