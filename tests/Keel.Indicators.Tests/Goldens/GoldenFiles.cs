namespace Keel.Indicators.Tests.Goldens;

/// <summary>Finds other programs' results, and the bars they were computed from, beside the checkout.</summary>
internal static class GoldenFiles
{
    private const string FolderVariable = "KEEL_GOLDENS";

    /// <summary>Every result file of this ending in a folder of the goldens, by the market's name; skips the test where there is none.</summary>
    public static IReadOnlyList<(string Market, string Path)> Of(string folder, string ending)
    {
        var place = Path.Combine(Root, folder);
        var files = Directory.Exists(place) ? Directory.GetFiles(place, "*" + ending) : [];
        if (files.Length == 0)
        {
            Assert.Skip(
                $"no *{ending} in {folder} of the folder named by {FolderVariable}, nor in shared/data/golden beside the checkout"
            );
        }

        return [.. files.Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path)[..^ending.Length], path))];
    }

    /// <summary>The table of a market's bars; skips the test where it is absent.</summary>
    public static Table Bars(string market)
    {
        string[] places = [Path.Combine(Path.GetDirectoryName(Root)!, "bars"), CheckoutFolder.SharedData("bars")];
        var path = places.Select(place => Path.Combine(place, market + ".csv")).FirstOrDefault(File.Exists);
        if (path is null)
        {
            Assert.Skip($"no bars of {market} beside the goldens");
        }

        return new Table(path);
    }

    private static string Root =>
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } named
            ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(named))
            : CheckoutFolder.SharedData("golden");
}
