using System.Globalization;
using System.Text.Json;

namespace Keel.Research.Tests.Performance;

/// <summary>The research statistics of programs that nobody here wrote.</summary>
internal static class StatisticsGoldens
{
    private static string Folder =>
        Environment.GetEnvironmentVariable("KEEL_GOLDENS") is { Length: > 0 } named ? named : CheckoutFolder.SharedData("golden");

    /// <summary>Where a file lies; skips the test when it does not.</summary>
    public static string File(string name)
    {
        var path = Path.Combine(Folder, "statistics", name);
        Assert.SkipUnless(System.IO.File.Exists(path), $"no golden {name} in {Folder}: set KEEL_GOLDENS");
        return path;
    }

    /// <summary>A document.</summary>
    public static JsonElement Json(string name) => JsonDocument.Parse(System.IO.File.ReadAllBytes(File(name))).RootElement;

    /// <summary>The series of a table with a row number in front, by name; an empty cell ends a series.</summary>
    public static Dictionary<string, double[]> Columns(string name)
    {
        var lines = System.IO.File.ReadAllLines(File(name));
        var names = lines[0].Split(',');
        var cells = lines.Skip(1).Select(line => line.Split(',')).ToList();
        return Enumerable
            .Range(1, names.Length - 1)
            .ToDictionary(
                column => names[column],
                column =>
                    cells
                        .Select(row => row[column])
                        .Where(cell => cell.Length > 0)
                        .Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))
                        .ToArray()
            );
    }

    /// <summary>Equal within 1e-10 of the golden's size, or both missing.</summary>
    public static void Same(JsonElement expected, double? actual, string what)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            Assert.True(actual is null, $"{what}: {actual} where the golden has none");
            return;
        }

        var wanted = expected.GetDouble();
        Assert.True(
            actual is { } value && Math.Abs(value - wanted) <= 1e-10 * Math.Abs(wanted),
            $"{what}: {actual:R} instead of {wanted:R}"
        );
    }
}
