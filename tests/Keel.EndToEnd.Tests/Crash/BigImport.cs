using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Keel.EndToEnd.Tests.BadInput;
using Keel.EndToEnd.Tests.Running;

namespace Keel.EndToEnd.Tests.Crash;

/// <summary>An import of many months, long enough to be cut off in the middle, and what its undisturbed course leaves.</summary>
public sealed class BigImport : IDisposable
{
    private const int Months = 24;
    private const int BarsInMonth = 15_000;
    private readonly TemporaryFolder folder = new();
    private int catalogs;

    public BigImport()
    {
        using (var bench = new Workbench())
        {
            folder.CopyOf(bench.Catalog, "before");
        }

        var text = new StringBuilder(BarTable.Names).Append('\n');
        for (var month = 0; month < Months; month++)
        {
            var start = new DateTime(2022, 1, 3, 0, 0, 0, DateTimeKind.Utc).AddMonths(month);
            foreach (var line in BarTable.Good(BarsInMonth, start).Lines.Skip(1))
            {
                text.Append(line).Append('\n');
            }
        }

        File.WriteAllText(folder["bars.csv"], text.ToString());
        Before = StateOf(folder["before"]);
        var catalog = NewCatalog();
        var clock = Stopwatch.StartNew();
        var run = Start(catalog).End(TimeSpan.FromMinutes(2));
        Duration = clock.Elapsed;
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        After = StateOf(catalog);
        Dataset = run.Document.GetProperty("dataset").GetString()!;
    }

    /// <summary>How long an undisturbed import takes, the program's start included.</summary>
    public TimeSpan Duration { get; }

    /// <summary>What a catalog holds before.</summary>
    internal string Before { get; }

    /// <summary>What it holds afterwards.</summary>
    internal string After { get; }

    /// <summary>The identity of what is imported.</summary>
    internal string Dataset { get; }

    /// <summary>A catalog that holds only the good dataset.</summary>
    internal string NewCatalog() => folder.CopyOf(folder["before"], $"catalog-{++catalogs}");

    /// <summary>Starts the import in a process of its own.</summary>
    internal KeelProcess Start(string catalog) =>
        KeelProcess.Start(["data", "import", folder["bars.csv"], "--instrument", "MES", "--catalog", catalog, "--json"]);

    /// <summary>All that the manifest names: itself and every file in it. What a killed program left beside that does not count.</summary>
    internal static string StateOf(string catalog)
    {
        var manifest = File.ReadAllBytes(Path.Combine(catalog, "manifest.json"));
        var state = new StringBuilder(Encoding.UTF8.GetString(manifest));
        foreach (var dataset in JsonDocument.Parse(manifest).RootElement.GetProperty("datasets").EnumerateArray())
        {
            foreach (var partition in dataset.GetProperty("partitions").EnumerateArray())
            {
                var file = Path.Combine(catalog, partition.GetProperty("file").GetString()!);
                state.Append('\n').Append(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));
            }
        }

        return state.ToString();
    }

    /// <summary>Months that wait in the staging folder.</summary>
    internal static int Staged(string catalog)
    {
        var staging = Path.Combine(catalog, ".staging");
        return Directory.Exists(staging) ? Directory.GetFiles(staging, "*.parquet", SearchOption.AllDirectories).Length : 0;
    }

    public void Dispose() => folder.Dispose();
}
