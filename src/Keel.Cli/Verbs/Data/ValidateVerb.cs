using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Data.Import;
using Keel.Data.Quality;

namespace Keel.Cli.Verbs.Data;

/// <summary><c>data validate</c>: checks a file before it is imported, or a dataset of the catalog.</summary>
internal static class ValidateVerb
{
    public static Verb Create()
    {
        var options = new DataOptions();
        var file = new Argument<string?>("FILE")
        {
            Description = "a file to check without importing it",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var verb = new Verb(
            "validate",
            "Check a file without importing it, or a dataset of the catalog: files against their hashes, order, prices, gaps, jumps, volume, finer bars against coarser ones. Ends with 1 when something is wrong.",
            "./keel data validate mes.csv --instrument MES",
            "./keel data validate --instrument MES --schema bars-1m"
        )
        {
            file,
            options.Instrument,
            options.Schema,
            options.Zone,
            options.Stamp,
            options.Dates,
            options.Tick,
            options.CatalogFolder,
        };
        return verb.Does(
            (parsed, terminal, stop) =>
                parsed.GetValue(file) is { } path
                    ? CheckFile(path, parsed, options, terminal, badRowsFail: true, stop)
                    : CheckCatalog(parsed, options, terminal, stop)
        );
    }

    /// <summary>Says what an import of a file would do; bad rows make a check fail, and not a look.</summary>
    public static int CheckFile(
        string path,
        ParseResult parsed,
        DataOptions options,
        Terminal terminal,
        bool badRowsFail,
        CancellationToken stop
    )
    {
        var said = ImportVerb.Options(parsed, options);
        using var progress = new Progress(terminal, $"checking {Path.GetFileName(path)}");
        var importer = new Importer(said with { MayBeUnnamed = true }, new ImportVerb.Shown(progress));
        var reports = importer.Check(path, onMonth: null, stop);
        progress.Dispose();
        foreach (var report in reports)
        {
            ImportText.Write(report, terminal, written: false);
        }

        ImportVerb.TellSkipped(importer, terminal);
        terminal.Document(
            reports.Count == 1
                ? ImportText.Document(reports[0])
                : new JsonArray(reports.Select(report => (JsonNode)ImportText.Document(report)).ToArray())
        );
        return !badRowsFail || reports.All(report => report.Quarantined == 0) ? ExitCode.Done : ExitCode.Failed;
    }

    private static int CheckCatalog(ParseResult parsed, DataOptions options, Terminal terminal, CancellationToken stop)
    {
        var catalog = DataOptions.OpenExisting(parsed.GetValue(options.CatalogFolder)!);
        var (instrument, schema) = (parsed.GetValue(options.Instrument), parsed.GetValue(options.Schema));
        var wanted = catalog
            .Datasets.Where(dataset =>
                (instrument is null || dataset.Instrument == instrument) && (schema is null || dataset.Schema == schema)
            )
            .ToList();
        if (wanted.Count == 0)
        {
            throw new Keel.Data.DataException(
                $"the catalog has no {instrument} {schema}",
                "there is nothing to check",
                "see './keel data info'"
            );
        }

        var documents = new JsonArray();
        var good = true;
        foreach (var dataset in wanted)
        {
            using var progress = new Progress(terminal, $"checking {dataset.Instrument} {dataset.Schema}");
            var report = DatasetCheck.Run(
                catalog,
                dataset,
                BarSelection.CalendarOf(dataset.Instrument),
                share => progress.Report(share),
                stop
            );
            progress.Dispose();
            terminal.Line($"{dataset.Identity}   {Terminal.Count(dataset.Rows)} bars, {dataset.First} to {dataset.Last}");
            foreach (var finding in report.Findings)
            {
                terminal.Line($"  {(finding.IsError ? "wrong" : "note "), -6} {finding.What, -22} {finding.Detail}");
            }

            good &= report.IsGood;
            documents.Add((JsonNode)Document(dataset.Identity, report));
        }

        terminal.Line(good ? "nothing wrong" : "something is wrong: see above");
        terminal.Document(new JsonObject { ["good"] = good, ["datasets"] = documents });
        return good ? ExitCode.Done : ExitCode.Failed;
    }

    private static JsonObject Document(string identity, QualityReport report) =>
        new()
        {
            ["dataset"] = identity,
            ["good"] = report.IsGood,
            ["findings"] = new JsonArray(
                report
                    .Findings.Select(finding =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["what"] = finding.What,
                                ["error"] = finding.IsError,
                                ["count"] = finding.Count,
                                ["detail"] = finding.Detail,
                            }
                    )
                    .ToArray()
            ),
        };
}
