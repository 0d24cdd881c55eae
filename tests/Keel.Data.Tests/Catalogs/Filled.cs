using Keel.Data.Catalogs;
using Keel.Data.Import;
using Keel.Data.Tests.Import;
using Keel.Domain.Markets;

namespace Keel.Data.Tests.Catalogs;

/// <summary>Catalogs with bars in them, put there by imports.</summary>
internal static class Filled
{
    /// <summary>Imports bars of MES, one minute each; the report, and the dataset as it is then.</summary>
    public static (ImportReport Report, Dataset Dataset) Import(
        TemporaryFolder folder,
        IEnumerable<Bar> bars,
        bool replace = false,
        string instrument = "MES"
    )
    {
        var text = (BarText.Iso with { Format = "s" }).Write(bars);
        var options = new ImportOptions
        {
            Instrument = instrument,
            Replace = replace,
            Schema = "bars-1m",
        };
        var report = Assert.Single(
            new Importer(options).Import(folder.Write($"in/{Guid.NewGuid():N}.csv", text), folder.File("catalog"))
        );
        return (report, Catalog.Open(folder.File("catalog")).Find(instrument, "bars-1m")!);
    }

    /// <summary>What the catalog holds.</summary>
    public static List<Bar> Read(
        TemporaryFolder folder,
        Dataset dataset,
        Domain.Timestamp? from = null,
        Domain.Timestamp? to = null
    ) => Bars.ReadAll(Catalog.Open(folder.File("catalog")).Read(dataset, from, to));
}
