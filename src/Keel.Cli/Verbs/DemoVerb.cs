using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;

namespace Keel.Cli.Verbs;

/// <summary><c>demo</c>: shows what Keel can do, on a machine that has neither data nor an account.</summary>
internal static class DemoVerb
{
    private const string Profile = """
        # The profile of the demo, written anew by each demo: change a copy. Every key is explained by: ./keel config keys
        name: demo
        instrument: MES
        bars: 5m
        hours: rth                                               # 09:30 to 16:00 New York

        strategy: { name: ema-cross, fast: 9, slow: 21 }         # a rule without an edge, in a market without one
        exits: { stop_ticks: 8, target_ticks: 12, cooldown: 30s }
        size: { contracts: 1 }
        fills: { model: conservative, slippage_ticks: 1 }        # a tick lost at every market or stop fill
        costs: { per_side: 0.61 }                                # dollars a contract and side, as TopstepX took in 2026
        session: { no_entry: "15:45:00", flat: "15:55:00" }      # New York; earlier when the market closes earlier

        # The limits of a small account. The worst case of a trade is set aside before it is entered.
        risk:
          capital: 1000
          per_trade: 2.5%                                        # of equity
          daily_loss: [50, 5%]                                   # the larger; flatten, and wait for the next trading day
          daily_drawdown: [75, 7.5%]                             # the same, from the day's highest equity
          account_drawdown: 200                                  # flatten, and wait for a person
          kill: 300                                              # flatten, and never again on this account
          streaks: { 3: 15m, 5: 30m }                            # pauses after losses in a row

        """;

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
            "Show what Keel can do so far, without data and without an account: make a market, take it into a catalog, check it, trade it with a small account's limits, write the report.",
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
        var (profile, results) = (Path.Combine(folder, "demo.yaml"), Path.Combine(folder, "backtest"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(profile, Profile);
        var quiet = new Terminal(
            terminal.Json ? TextWriter.Null : terminal.Output,
            terminal.Error,
            terminal.IsInteractive,
            terminal.Width
        );
        string[][] steps =
        [
            [.. Words("data synth --instrument MES --schema bars-1m --from 2024-01-02 --days 60 --seed 7 --out"), file],
            ["data", "import", file, "--instrument", "MES", "--catalog", catalog],
            ["data", "validate", "--catalog", catalog],
            [.. Words("data info --instrument MES --hours rth --bars 5m --catalog"), catalog],
            ["backtest", "--config", profile, "--catalog", catalog, "--out", results],
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
            terminal.Output.Flush();
        }

        var report = Path.GetFullPath(Path.Combine(results, "report.html"));
        string[] next =
        [
            $"./keel backtest --config {profile} --catalog {catalog} --set exits.stop_ticks=12 --set exits.target_ticks=24 --show",
            $"./keel data export --instrument MES --hours rth --bars 1d --catalog {catalog} --out {Path.Combine(folder, "days.csv")}",
            "./keel config new --out mine.yaml",
        ];
        terminal.Line($"Everything is in {folder}; open {report} in a browser. What next?");
        foreach (var line in next)
        {
            terminal.Line($"  {line}");
        }

        terminal.Document(
            new JsonObject
            {
                ["folder"] = folder,
                ["catalog"] = catalog,
                ["report"] = report,
                ["next"] = new JsonArray(next.Select(line => (JsonNode)line).ToArray()),
            }
        );
        return ExitCode.Done;
    }

    private static string[] Words(string line) => line.Split(' ');
}
