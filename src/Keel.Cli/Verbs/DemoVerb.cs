using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;

namespace Keel.Cli.Verbs;

/// <summary><c>demo</c>: shows what Keel can do, on a machine that has neither data nor an account.</summary>
internal static class DemoVerb
{
    public static Verb Create()
    {
        var folder = new Option<string>("--out")
        {
            Description = "where everything goes (default: demo)",
            HelpName = "DIR",
            DefaultValueFactory = _ => "demo",
        };
        return new Verb(
            "demo",
            "Show what Keel can do so far, without data and without an account: make a market, take it into a catalog, check it, look at it.",
            "./keel demo",
            "./keel demo --out /tmp/keel-demo"
        )
        {
            folder,
        }.Does((parsed, terminal, stop) => Run(parsed.GetValue(folder)!, terminal, stop));
    }

    private static int Run(string folder, Terminal terminal, CancellationToken stop)
    {
        var (file, catalog) = (Path.Combine(folder, "mes-1m.csv"), Path.Combine(folder, "catalog"));
        var quiet = new Terminal(
            terminal.Json ? TextWriter.Null : terminal.Output,
            terminal.Error,
            terminal.IsInteractive,
            terminal.Width
        );
        string[][] steps =
        [
            [
                "data",
                "synth",
                "--instrument",
                "MES",
                "--schema",
                "bars-1m",
                "--from",
                "2024-01-02",
                "--days",
                "60",
                "--seed",
                "7",
                "--out",
                file,
            ],
            ["data", "import", file, "--instrument", "MES", "--catalog", catalog],
            ["data", "validate", "--catalog", catalog],
            ["data", "info", "--instrument", "MES", "--hours", "rth", "--bars", "5m", "--catalog", catalog],
        ];
        foreach (var step in steps)
        {
            terminal.Line($"$ ./keel {string.Join(' ', step)}");
            var code = CommandLine.Run(step, quiet, stop);
            if (code != ExitCode.Done)
            {
                return code;
            }

            terminal.Line();
        }

        string[] next =
        [
            "./keel sessions calendar --instrument MES",
            $"./keel data export --instrument MES --hours rth --bars 1d --catalog {catalog} --out {Path.Combine(folder, "days.csv")}",
            "./keel data shape --instrument MES --seed 7 --days 60",
        ];
        terminal.Line($"Everything is in {folder}. What next?");
        foreach (var line in next)
        {
            terminal.Line($"  {line}");
        }

        terminal.Document(
            new JsonObject
            {
                ["folder"] = folder,
                ["catalog"] = catalog,
                ["next"] = new JsonArray(next.Select(line => (JsonNode)line).ToArray()),
            }
        );
        return ExitCode.Done;
    }
}
