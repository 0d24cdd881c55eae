using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Keel.Cli.Console;

namespace Keel.Cli.Verbs.Research;

/// <summary><c>results</c>: the runs that were kept, and their reports.</summary>
internal static class ResultsVerb
{
    public static Verb Create() =>
        new("results", "The runs that were kept, and their reports.", "./keel results list", "./keel results open")
        {
            List(),
            Open(),
        };

    private static Option<string> Folder() =>
        new("--results")
        {
            Description = "the folder of the results (default: 'results' here)",
            HelpName = "DIR",
            DefaultValueFactory = _ => "results",
        };

    private static Verb List()
    {
        var folder = Folder();
        return new Verb(
            "list",
            "All kept runs, the last first: when, profile, symbol, net, trades, profit factor.",
            "./keel results list",
            "./keel results list --results results/backtests --json"
        )
        {
            folder,
        }.Does(
            (parsed, terminal, _) =>
            {
                var root = parsed.GetRequiredValue(folder);
                var runs = Runs(root, terminal);
                Table(runs, root, terminal);
                terminal.Document(new JsonObject { ["runs"] = new JsonArray([.. runs.Select(Document)]) });
                return ExitCode.Done;
            }
        );
    }

    private static Verb Open()
    {
        var folder = Folder();
        var name = new Argument<string?>("RUN")
        {
            Description = "the run's id or folder; without it the last run",
            Arity = ArgumentArity.ZeroOrOne,
        };
        return new Verb(
            "open",
            "Open the report of the last run, or of a named one, in the browser.",
            "./keel results open",
            "./keel results open results/backtests/2026-11-20_MES_ema-cross"
        )
        {
            name,
            folder,
        }.Does(
            (parsed, terminal, _) =>
            {
                var run = Find(parsed.GetValue(name), parsed.GetRequiredValue(folder), terminal);
                if (!File.Exists(run.Report))
                {
                    throw new UsageException(
                        $"{run.Id} has no report",
                        $"there is no {run.Report}",
                        "run the backtest again, or open another one: './keel results list'"
                    );
                }

                terminal.Line($"report: {run.Report}");
                terminal.Document(Document(run));
                if (!terminal.Json)
                {
                    Browser.Open(run.Report, terminal);
                }

                return ExitCode.Done;
            }
        );
    }

    private static IReadOnlyList<SavedRun> Runs(string root, Terminal terminal)
    {
        var broken = new List<string>();
        var runs = SavedRun.Below(root, broken);
        foreach (var one in broken.Order(StringComparer.Ordinal))
        {
            terminal.Remark($"{one} is left out: its summary.json cannot be read");
        }

        return runs;
    }

    private static SavedRun Find(string? name, string root, Terminal terminal)
    {
        if (name is null)
        {
            return Runs(root, terminal) is [var last, ..]
                ? last
                : throw new UsageException(
                    "there is no run to open",
                    $"{root} holds no results",
                    "run one: ./keel backtest --config configs/ema-cross-mcl-1m.yaml, or name the folder with --results"
                );
        }

        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(name));
        var here = Directory.Exists(path) ? SavedRun.Below(path, []) : [];
        var all = here.Count > 0 ? here : Runs(root, terminal);
        return here.FirstOrDefault(run => Path.GetFullPath(run.Folder) == path)
            ?? all.FirstOrDefault(run => run.Id == name || Path.GetFileName(run.Folder) == name)
            ?? throw new UsageException(
                $"there is no run '{name}'",
                $"neither a folder nor a run below {root} is called so",
                "see './keel results list'"
            );
    }

    private static void Table(IReadOnlyList<SavedRun> runs, string root, Terminal terminal)
    {
        if (runs.Count == 0)
        {
            terminal.Line($"There are no results below {root}.");
            return;
        }

        var profile = Math.Max("profile".Length, runs.Max(run => Profile(run).Length));
        var symbol = Math.Max("symbol".Length, runs.Max(run => run.Symbol.Length));
        terminal.Line(
            $"{"when (UTC)", -17}{"profile".PadRight(profile)}  {"symbol".PadRight(symbol)}  {"net", 14}{"trades", 10}{"factor", 8}  run"
        );
        foreach (var run in runs)
        {
            var when = run.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            var net = run.Net.ToString("#,0.00", CultureInfo.InvariantCulture);
            var factor = run.ProfitFactor?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";
            terminal.Line(
                $"{when, -17}{Profile(run).PadRight(profile)}  {run.Symbol.PadRight(symbol)}  {net, 14}{Terminal.Count(run.Trades), 10}{factor, 8}  {run.Folder}"
            );
        }
    }

    private static string Profile(SavedRun run) => run.Profile.Length > 0 ? run.Profile : run.Strategy;

    private static JsonNode Document(SavedRun run) =>
        new JsonObject
        {
            ["run_id"] = run.Id,
            ["timestamp"] = run.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["strategy"] = run.Strategy,
            ["profile"] = run.Profile,
            ["symbol"] = run.Symbol,
            ["net_pnl"] = run.Net,
            ["total_trades"] = run.Trades,
            ["profit_factor"] = run.ProfitFactor,
            ["folder"] = run.Folder,
            ["report"] = File.Exists(run.Report) ? run.Report : null,
        };
}
