using System.Text;
using Keel.EndToEnd.Tests.Running;

namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>A folder with a catalog that holds a good dataset, and room for the files that are imported beside it.</summary>
internal sealed class Workbench : IDisposable
{
    private static readonly Lazy<TemporaryFolder> Model = new(Furnish);
    private static readonly Lazy<string> Good = new(() => DatasetOf(Model.Value["catalog"], "NQ"));
    private readonly TemporaryFolder folder = new();

    public Workbench() => Catalog = folder.CopyOf(Model.Value["catalog"], "catalog");

    /// <summary>The catalog's folder.</summary>
    public string Catalog { get; }

    /// <summary>The state of the whole catalog.</summary>
    public CatalogState State => CatalogState.Of(Catalog);

    /// <summary>A path of that name; nothing is there yet.</summary>
    public string this[string name] => folder[name];

    /// <summary>A file with these bytes.</summary>
    public string Put(string name, byte[] bytes)
    {
        var path = folder[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>A file with this text.</summary>
    public string Put(string name, object text) => Put(name, Encoding.UTF8.GetBytes(text.ToString()!));

    /// <summary>Imports a file into the catalog, in this process, answering with a document.</summary>
    public KeelRun Import(string file, params IReadOnlyList<string> options) =>
        KeelRun.Here(["data", "import", file, .. options, "--catalog", Catalog, "--json"]);

    /// <summary>Imports a file that must be taken.</summary>
    public KeelRun ImportGood(string file, params IReadOnlyList<string> options)
    {
        var run = Import(file, options);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }

    /// <summary>The good dataset, NQ, as every catalog has it from the start.</summary>
    public static string GoodDataset => Good.Value;

    /// <summary>The dataset of an instrument as <c>data info</c> knows it, and its files.</summary>
    public string Dataset(string instrument) => DatasetOf(Catalog, instrument);

    /// <summary>Fails the test unless the catalog's own check finds nothing wrong.</summary>
    public void MustBeSound()
    {
        var run = KeelRun.Here("data", "validate", "--catalog", Catalog, "--json");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }

    public void Dispose() => folder.Dispose();

    private static string DatasetOf(string catalog, string instrument) =>
        KeelRun.Here("data", "info", "--instrument", instrument, "--catalog", catalog, "--json").Output
        + CatalogState.Of(catalog, instrument).Files;

    private static TemporaryFolder Furnish()
    {
        var room = new TemporaryFolder();
        var file = room["nq.csv"];
        File.WriteAllText(file, BarTable.Good(600).ToString());
        var run = KeelRun.Here("data", "import", file, "--instrument", "NQ", "--catalog", room["catalog"]);
        Assert.True(run.ExitCode == 0, run.Error);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => room.Dispose();
        return room;
    }
}
