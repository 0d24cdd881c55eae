using System.Text.Json;

namespace Keel.Data.Tests.Import;

/// <summary>Files of real bars beside the repository, and what another program found in them.</summary>
internal static class SharedBars
{
    /// <summary>Every table of bars, found by its name's ending.</summary>
    public static IReadOnlyList<string> Files() =>
        [
            .. Directory
                .EnumerateFiles(Folder())
                .Where(path =>
                    path.EndsWith(".csv", StringComparison.Ordinal) || path.EndsWith(".csv.gz", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>The expected figures by name: a file's, or a file's on one trading day.</summary>
    public static JsonElement Expected()
    {
        var path = Path.Combine(Folder(), "expected.json");
        if (!File.Exists(path))
        {
            Assert.Skip("the folder of bars holds no expected.json");
        }

        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    /// <summary>A file's name without its endings.</summary>
    public static string NameOf(string path) => Path.GetFileName(path).Split('.')[0];

    /// <summary>The instrument that a file's name tells: its first word.</summary>
    public static string InstrumentOf(string path) => NameOf(path).Split('_')[0].ToUpperInvariant();

    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("KEEL_GOLDENS") is { Length: > 0 } goldens)
        {
            var sibling = Path.Combine(
                Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(goldens)))!,
                "bars"
            );
            if (Directory.Exists(sibling))
            {
                return sibling;
            }
        }

        var shared = CheckoutFolder.SharedData("bars");
        if (!Directory.Exists(shared))
        {
            Assert.Skip("no bars beside the folder named by KEEL_GOLDENS, and no shared/data/bars beside the repository");
        }

        return shared;
    }
}
