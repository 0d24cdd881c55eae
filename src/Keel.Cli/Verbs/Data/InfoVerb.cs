using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Data.Catalogs;

namespace Keel.Cli.Verbs.Data;

/// <summary><c>data info</c>: what the catalog holds, or what a dataset or a file looks like.</summary>
internal static class InfoVerb
{
    public static Verb Create()
    {
        var options = new DataOptions();
        var file = new Argument<string?>("FILE")
        {
            Description = "a file that is not in the catalog",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Verb(
            "info",
            "Show what the catalog holds; with --instrument one dataset with a chart, its sums and its days; with FILE what a file holds.",
            "./keel data info",
            "./keel data info --instrument MES --hours rth --bars 5m",
            "./keel data info nq.csv --json"
        )
        {
            file,
            options.Instrument,
            options.Schema,
            options.Hours,
            options.Bars,
            options.From,
            options.To,
            options.Config,
            options.Part,
            options.Zone,
            options.Stamp,
            options.Dates,
            options.Tick,
            options.CatalogFolder,
        };
        return verb.Does(
            (parsed, terminal, stop) =>
            {
                if (parsed.GetValue(file) is { } path)
                {
                    return ValidateVerb.CheckFile(path, parsed, options, terminal, badRowsFail: false, stop);
                }

                if (parsed.GetValue(options.Instrument) is null)
                {
                    List(DataOptions.OpenExisting(parsed.GetValue(options.CatalogFolder)!), terminal);
                    return ExitCode.Done;
                }

                var selection = new BarSelection(parsed, options);
                var summary = BarSummary.Of(selection, terminal, stop);
                summary.Write(terminal);
                terminal.Document(summary.Document());
                return ExitCode.Done;
            }
        );
    }

    private static void List(Catalog catalog, Terminal terminal)
    {
        terminal.Line($"{"instrument", -18}{"schema", -10}{"bars", 14}  {"first", -21}{"last", -21}{"bytes a bar", 12}  dataset");
        var all = new JsonArray();
        foreach (var dataset in catalog.Datasets)
        {
            var perRow = dataset.Bytes / (double)dataset.Rows;
            terminal.Line(
                $"{dataset.Instrument, -18}{dataset.Schema, -10}{Terminal.Count(dataset.Rows), 14}  {dataset.First, -21}{dataset.Last, -21}{perRow, 12:0.0}  {dataset.Identity}"
            );
            all.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["dataset"] = dataset.Identity,
                        ["instrument"] = dataset.Instrument,
                        ["schema"] = dataset.Schema,
                        ["rows"] = dataset.Rows,
                        ["first"] = dataset.First.ToString(),
                        ["last"] = dataset.Last.ToString(),
                        ["bytes"] = dataset.Bytes,
                        ["bytes_per_row"] = Math.Round(perRow, 2),
                        ["tick"] = dataset.Tick,
                        ["files"] = dataset.Partitions.Count,
                    }
            );
        }

        terminal.Document(new JsonObject { ["catalog"] = catalog.Folder, ["datasets"] = all });
    }
}
