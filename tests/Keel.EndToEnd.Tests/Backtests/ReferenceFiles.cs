using System.Globalization;
using Keel.Data.DuckDb;
using Keel.Data.Export;
using Keel.Domain.Instruments;
using Keel.EndToEnd.Tests.Running;
using Keel.Research.Reference;

namespace Keel.EndToEnd.Tests.Backtests;

/// <summary>The reference series as people would hand it over: in several kinds of files, and in a catalog.</summary>
public sealed class ReferenceFiles : IDisposable
{
    /// <summary>Bars of the short series of the table.</summary>
    public const int Bars = 100_000;

    private readonly TemporaryFolder folder = new();

    public ReferenceFiles()
    {
        Nanoseconds = folder["nanoseconds.csv"];
        using (var file = File.Create(Nanoseconds))
        {
            ReferenceCsv.Write(new ReferenceReader(1, Bars), file);
        }

        SecondSeed = folder["seed-2.csv"];
        using (var file = File.Create(SecondSeed))
        {
            ReferenceCsv.Write(new ReferenceReader(2, Bars), file);
        }

        var lines = File.ReadAllLines(Nanoseconds);
        Seconds = Rewritten("seconds.csv", lines, time => time[..^9]);
        Iso = Rewritten("iso.csv", lines, IsoOf);
        Parquet = folder["zoned.parquet"];
        BarExport.Write(new ReferenceReader(1, Bars), InstrumentTable.Find("MES").Grid, Parquet);
        WholeParquet = folder["whole.parquet"];
        using var database = new Database();
        database.Execute($"COPY (SELECT * FROM read_csv('{Nanoseconds}')) TO '{WholeParquet}' (FORMAT parquet)");
        Catalog = folder["catalog"];
        var import = KeelRun.Here("data", "import", Nanoseconds, "--instrument", "MES", "--catalog", Catalog);
        Assert.True(import.ExitCode == 0, import.Error);
    }

    /// <summary>CSV with times as integer nanoseconds.</summary>
    public string Nanoseconds { get; }

    /// <summary>CSV with times as integer seconds.</summary>
    public string Seconds { get; }

    /// <summary>CSV with times as ISO text.</summary>
    public string Iso { get; }

    /// <summary>Parquet with times in a type that knows its zone.</summary>
    public string Parquet { get; }

    /// <summary>Parquet with times as integer nanoseconds.</summary>
    public string WholeParquet { get; }

    /// <summary>A catalog into which the series was imported.</summary>
    public string Catalog { get; }

    /// <summary>The series of another seed.</summary>
    public string SecondSeed { get; }

    /// <summary>The options that name the data in a form.</summary>
    internal string[] Options(string form) =>
        form switch
        {
            "nanoseconds" => ["--data", Nanoseconds],
            "seconds" => ["--data", Seconds],
            "iso" => ["--data", Iso],
            "parquet" => ["--data", Parquet],
            "whole-parquet" => ["--data", WholeParquet],
            "catalog" => ["--catalog", Catalog],
            _ => throw new ArgumentException(form, nameof(form)),
        };

    public void Dispose() => folder.Dispose();

    private string Rewritten(string name, string[] lines, Func<string, string> time)
    {
        var file = folder[name];
        File.WriteAllLines(
            file,
            lines.Select(
                (line, row) =>
                {
                    var comma = line.IndexOf(',', StringComparison.Ordinal);
                    return row == 0 ? line : time(line[..comma]) + line[comma..];
                }
            )
        );
        return file;
    }

    private static string IsoOf(string nanoseconds) =>
        DateTimeOffset
            .FromUnixTimeSeconds(long.Parse(nanoseconds[..^9], CultureInfo.InvariantCulture))
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
