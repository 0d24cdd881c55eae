using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Data.Export;
using Keel.Data.Synthetic;
using Keel.Domain.Markets;

namespace Keel.Cli.Verbs.Data;

/// <summary><c>data synth</c>: makes a market that never was, with known properties.</summary>
internal static class SynthVerb
{
    public static Verb Create()
    {
        var options = new SynthOptions();
        options.Data.Schema.Description = "bars-1s, bars-1m (default), trades or book";
        options.Data.Schema.DefaultValueFactory = _ => "bars-1m";
        var target = new Option<string>("--out")
        {
            Description = "the file to write, .csv or .parquet",
            HelpName = "FILE",
            Required = true,
        };
        var verb = new Verb(
            "synth",
            "Make a synthetic market: bid and ask around an efficient price, volatility that clusters, the shape of the day, jumps; with or without a planted edge. All schemas of one seed are views of one and the same market.",
            "./keel data synth --instrument MES --schema bars-1m --from 2024-01-02 --days 20 --seed 7 --out mes.csv",
            "./keel data synth --instrument MES --schema bars-1s --days 250 --seed 7 --out mes-1s.parquet",
            "./keel data synth --instrument MES --model planted --edge 0.1 --edge-form decaying --days 60 --out edge.csv"
        )
        {
            options.Data.Instrument,
            options.Data.Schema,
            options.Data.From,
            options.Days,
            options.Seed,
            options.Model,
            options.Edge,
            options.Form,
            target,
        };
        return verb.Does((parsed, terminal, stop) => Make(parsed, options, parsed.GetValue(target)!, terminal, stop));
    }

    private static int Make(ParseResult parsed, SynthOptions options, string path, Terminal terminal, CancellationToken stop)
    {
        var market = options.Market(parsed);
        var schema = parsed.GetValue(options.Data.Schema);
        var total = (double)market.Sessions.Count;
        using var progress = new Progress(terminal, $"making {market.Instrument.Symbol} {schema}");
        var count = schema switch
        {
            "trades" => EventExport.WriteTrades(market, path, day => progress.Report(day / total, $"{day} days"), stop),
            "book" => EventExport.WriteBook(market, path, day => progress.Report(day / total, $"{day} days"), stop),
            "bars-1s" => WriteBars(BarLength.OneSecond),
            "bars-1m" => WriteBars(BarLength.OneMinute),
            _ => throw new UsageException(
                $"--schema {schema} is not known",
                "a synthetic market has bars-1s, bars-1m, trades and book",
                "write --schema bars-1m"
            ),
        };
        progress.Dispose();
        var (first, last) = (market.Sessions[0].Day, market.Sessions[^1].Day);
        terminal.Line(
            $"{path}: {Terminal.Count(count)} rows of {market.Instrument.Symbol} {schema}, {market.Sessions.Count} trading days ({first:yyyy-MM-dd} to {last:yyyy-MM-dd}), model {market.Model}, seed {parsed.GetValue(options.Seed)}"
        );
        terminal.Document(
            new JsonObject
            {
                ["out"] = path,
                ["rows"] = count,
                ["instrument"] = market.Instrument.Symbol,
                ["schema"] = schema,
                ["days"] = market.Sessions.Count,
                ["model"] = market.Model.ToString(),
                ["seed"] = parsed.GetValue(options.Seed),
            }
        );
        return ExitCode.Done;

        long WriteBars(BarLength length)
        {
            using var bars = new SyntheticBars(market, length);
            return BarExport.Write(
                bars,
                market.Instrument.Grid,
                path,
                rows => progress.Report(bars.Days / total, $"{Terminal.Count(rows)} bars"),
                market.Instrument.Perpetual?.LotStep ?? 1,
                stop
            );
        }
    }
}
