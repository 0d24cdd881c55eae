using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Data.Export;

namespace Keel.Cli.Verbs.Data;

/// <summary><c>data export</c>: writes bars of the catalog to a file.</summary>
internal static class ExportVerb
{
    public static Verb Create()
    {
        var options = new DataOptions();
        options.Instrument.Required = true;
        var target = new Option<string>("--out")
        {
            Description = "the file to write, .csv or .parquet",
            HelpName = "FILE",
            Required = true,
        };
        var verb = new Verb(
            "export",
            "Write bars of the catalog to a CSV or Parquet file: a period, certain hours, joined to longer bars.",
            "./keel data export --instrument MES --out mes.csv",
            "./keel data export --instrument MES --hours rth --bars 5m --from 2024-01-02 --to 2024-02-01 --out mes-5m.parquet"
        )
        {
            options.Instrument,
            options.Schema,
            options.Hours,
            options.Bars,
            options.From,
            options.To,
            options.Config,
            options.Part,
            target,
            options.CatalogFolder,
        };
        return verb.Does(
            (parsed, terminal, stop) =>
            {
                var selection = new BarSelection(parsed, options);
                var path = parsed.GetValue(target)!;
                using var progress = new Progress(terminal, $"writing {Path.GetFileName(path)}");
                RefuseNothing(selection);
                using var reader = selection.Read();
                var count = BarExport.Write(
                    reader,
                    selection.Grid,
                    path,
                    rows => progress.Report(rows / (double)selection.Dataset.Rows, $"{Terminal.Count(rows)} bars"),
                    selection.Dataset.Lot,
                    stop
                );
                progress.Dispose();
                terminal.Line($"{path}: {Terminal.Count(count)} bars of {selection.Dataset.Identity}");
                terminal.Document(
                    new JsonObject
                    {
                        ["rows"] = count,
                        ["out"] = path,
                        ["dataset"] = selection.Dataset.Identity,
                    }
                );
                return ExitCode.Done;
            }
        );
    }

    /// <summary>A file of nothing is no success: better no file, and the reason.</summary>
    private static void RefuseNothing(BarSelection selection)
    {
        using var reader = selection.Read();
        if (!reader.Read(out _))
        {
            throw BarSummary.NoBar(selection);
        }
    }
}
