using System.Xml.Linq;

namespace Keel.EndToEnd.Tests.House;

/// <summary>Which project may see which. Arrows point down only, and an arrow includes what its target may see.</summary>
internal static class Arrows
{
    // Projects that do not exist yet stand here already: the day one appears, its place is known.
    private static readonly Dictionary<string, string[]> Direct = new(StringComparer.Ordinal)
    {
        ["Keel.Domain"] = [],
        ["Keel.Learning"] = [],
        ["Keel.Indicators"] = ["Keel.Domain"],
        ["Keel.Features"] = ["Keel.Indicators"],
        ["Keel.Trading"] = ["Keel.Indicators"],
        ["Keel.Data"] = ["Keel.Domain"],
        ["Keel.Strategies"] = ["Keel.Features", "Keel.Learning", "Keel.Trading"],
        ["Keel.Research"] = ["Keel.Strategies", "Keel.Data"],
        ["Keel.Venues.TopstepX"] = ["Keel.Trading"],
        ["Keel.Venues.InteractiveBrokers"] = ["Keel.Trading"],
        ["Keel.Venues.Crypto"] = ["Keel.Trading"],
        ["Keel.Venues.Fix"] = ["Keel.Trading"],
        ["Keel.Venues.Simulated"] = ["Keel.Trading"],
        ["Keel.Live"] = ["Keel.Strategies", "Keel.Data"],
        ["Keel.Store"] = ["Keel.Domain"],
        ["Keel.Dashboard"] = ["Keel.Live", "Keel.Research", "Keel.Store"],
    };

    /// <summary>All projects that a project may see; null where the project has no place yet.</summary>
    public static IReadOnlySet<string>? Allowed(string project)
    {
        if (project == "Keel.Cli")
        {
            return Direct.Keys.ToHashSet(StringComparer.Ordinal);
        }

        if (!Direct.TryGetValue(project, out var direct))
        {
            return null;
        }

        var seen = new HashSet<string>(direct, StringComparer.Ordinal);
        foreach (var target in direct)
        {
            seen.UnionWith(Allowed(target)!);
        }

        return seen;
    }

    /// <summary>The arrows below a folder that point the wrong way, and projects that have no place.</summary>
    public static IReadOnlyList<string> Wrong(string folder)
    {
        var wrong = new List<string>();
        foreach (
            var file in Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        )
        {
            var project = Path.GetFileNameWithoutExtension(file);
            var allowed = Allowed(project);
            if (allowed is null)
            {
                wrong.Add($"{project} has no place in the house");
                continue;
            }

            var targets = XDocument
                .Load(file)
                .Descendants("ProjectReference")
                .Select(reference =>
                    Path.GetFileNameWithoutExtension(((string)reference.Attribute("Include")!).Replace('\\', '/'))
                );
            wrong.AddRange(targets.Where(target => !allowed.Contains(target)).Select(target => $"{project} -> {target}"));
        }

        return wrong;
    }
}
