using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Data.Import;
using Keel.Data.Import.Clock;

namespace Keel.Cli.Verbs.Data;

/// <summary><c>data import</c> and <c>data validate FILE</c>: takes a file in, or only says what would come of it.</summary>
internal static class ImportVerb
{
    public static Verb Create()
    {
        var options = new DataOptions();
        options.Instrument.Description += ", or any name of your own";
        var path = new Argument<string>("FILE")
        {
            Description = "a CSV or TXT file (also .gz), a zip, a Parquet file, or a folder of them",
        };
        var replace = new Option<bool>("--replace")
        {
            Description = "where the catalog has another bar at the same time, take the file's",
        };
        var verb = new Verb(
            "import",
            "Take market data into the catalog: layout, time zone and bar length are found out; every row that is no good bar is set aside with a reason.",
            "./keel data import MES_1min.txt --instrument MES",
            "./keel data import nq.csv.gz --instrument NQ --zone America/New_York --catalog ~/data",
            "./keel data import eurofx.csv --instrument 6E --tick 0.00005 --stamp close"
        )
        {
            path,
            options.Instrument,
            options.Schema,
            options.Zone,
            options.Stamp,
            options.Dates,
            options.Tick,
            replace,
            options.CatalogFolder,
        };
        return verb.Does(
            (parsed, terminal, stop) =>
            {
                using var progress = new Progress(terminal, $"importing {Path.GetFileName(parsed.GetValue(path))}");
                var importer = new Importer(
                    Options(parsed, options) with
                    {
                        Replace = parsed.GetValue(replace),
                    },
                    new Shown(progress)
                );
                var reports = importer.Import(parsed.GetValue(path)!, parsed.GetValue(options.CatalogFolder)!, stop);
                progress.Dispose();
                foreach (var report in reports)
                {
                    ImportText.Write(report, terminal, written: true);
                }

                TellSkipped(importer, terminal);
                var document = reports.Count == 1 ? ImportText.Document(reports[0]) : Sum(reports);
                document["skipped"] = new JsonArray(
                    importer
                        .Skipped.Select(skipped =>
                            (JsonNode)new JsonObject { ["source"] = skipped.Source, ["why"] = skipped.Trouble.Why }
                        )
                        .ToArray()
                );
                terminal.Document(document);
                return ExitCode.Done;
            }
        );
    }

    /// <summary>Names what a folder or archive held beside the tables that were taken.</summary>
    public static void TellSkipped(Importer importer, Terminal terminal)
    {
        foreach (var (source, trouble) in importer.Skipped)
        {
            terminal.Remark($"skipped {source}: {trouble.What}: {trouble.Why}");
        }
    }

    /// <summary>What the user said about a file.</summary>
    public static ImportOptions Options(ParseResult parsed, DataOptions options) =>
        new()
        {
            Instrument = parsed.GetValue(options.Instrument),
            Schema = parsed.GetValue(options.Schema),
            Zone = parsed.GetValue(options.Zone),
            Tick = parsed.GetValue(options.Tick),
            Stamp = parsed.GetValue(options.Stamp) switch
            {
                null or "auto" => null,
                "open" => Stamp.Open,
                "close" => Stamp.Close,
                var other => throw new UsageException(
                    $"--stamp {other} is not known",
                    "a bar is stamped at its open or its close",
                    "write --stamp open, close or auto"
                ),
            },
            MonthFirst = parsed.GetValue(options.Dates) switch
            {
                null => null,
                "mdy" => true,
                "dmy" => false,
                var other => throw new UsageException(
                    $"--dates {other} is not known",
                    "dates begin with month or day",
                    "write --dates mdy or dmy"
                ),
            },
        };

    private static JsonObject Sum(IReadOnlyList<ImportReport> reports) =>
        new()
        {
            ["rows"] = reports.Sum(report => report.Rows),
            ["imported"] = reports.Sum(report => report.Imported),
            ["quarantined"] = reports.Sum(report => report.Quarantined),
            ["duplicates"] = reports.Sum(report => report.Duplicates),
            ["gaps"] = reports.Sum(report => report.Gaps),
            ["first"] = reports.Min(report => report.First)?.ToString(),
            ["last"] = reports.Max(report => report.Last)?.ToString(),
            ["dataset"] = reports[^1].Dataset,
            ["files"] = new JsonArray(reports.Select(report => (JsonNode)ImportText.Document(report)).ToArray()),
        };

    /// <summary>Passes an import's progress on to the screen, on the importing thread itself.</summary>
    internal sealed class Shown(Progress progress) : IProgress<ImportProgress>
    {
        // Looking over a table takes about a quarter of the time of taking it in.
        private const double LookingOver = 0.2;

        public void Report(ImportProgress value) =>
            progress.Report(
                value.Doing == "looking over" ? value.Share * LookingOver : LookingOver + (value.Share * (1 - LookingOver)),
                value.Doing
            );
    }
}
