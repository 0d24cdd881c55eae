using System.Globalization;
using System.Xml.Linq;

namespace Keel.Cli.Testing;

/// <summary>Joins the coverage that the test projects measured: a line counts as covered where any of them ran it.</summary>
internal sealed class CoverageFile
{
    private readonly Dictionary<(string File, int Line), bool> lines = [];

    /// <summary>Takes the figures of one test project into account.</summary>
    public void Add(string path)
    {
        var document = XDocument.Load(path);
        var sources = document.Descendants("source").Select(source => source.Value).ToList();
        foreach (var type in document.Descendants("class"))
        {
            var name = (string?)type.Attribute("filename") ?? "";
            var file = Path.IsPathRooted(name) ? name : Path.Combine(sources.FirstOrDefault() ?? "", name);
            // Generated code (regular expressions, JSON, native calls) is no work of ours to test.
            if (file.Contains("/obj/", StringComparison.Ordinal) || file.EndsWith(".g.cs", StringComparison.Ordinal))
            {
                continue;
            }

            foreach (var line in type.Descendants("line"))
            {
                var key = (file, int.Parse(line.Attribute("number")!.Value, CultureInfo.InvariantCulture));
                lines[key] = lines.GetValueOrDefault(key) || line.Attribute("hits")!.Value != "0";
            }
        }
    }

    /// <summary>Covered lines in per cent; null when nothing was measured.</summary>
    public double? Percent => lines.Count == 0 ? null : 100.0 * lines.Values.Count(covered => covered) / lines.Count;

    /// <summary>Covered lines in per cent, by project.</summary>
    public IEnumerable<(string Project, double Percent, int Lines)> ByProject() =>
        lines
            .GroupBy(line => line.Key.File.Split('/').SkipWhile(part => part != "src").Skip(1).FirstOrDefault() ?? "")
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, 100.0 * group.Count(line => line.Value) / group.Count(), group.Count()));
}
