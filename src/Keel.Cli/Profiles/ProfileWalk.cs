using Keel.Cli.Profiles.Keys;
using Keel.Cli.Profiles.Text;
using Keel.Cli.Profiles.Values;

namespace Keel.Cli.Profiles;

/// <summary>Goes through a profile from top to bottom, reads every known key, and notes every other.</summary>
internal sealed class ProfileWalk(Reading reading)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<StrategyParameter> parameters = [];

    /// <summary>What was understood so far.</summary>
    public ProfileValues Values { get; } = new();

    /// <summary>The strategy's own parameters.</summary>
    public IReadOnlyList<StrategyParameter> Parameters => parameters;

    private ProblemList Problems => reading.Problems;

    /// <summary>Reads the whole profile.</summary>
    public void Read(MapNode root)
    {
        Section(MarketKeys.Section, root);
        NoteMissing(root);
    }

    private void Section(KeySection section, MapNode map)
    {
        foreach (var entry in map.Entries)
        {
            var path = section.Path.Length == 0 ? entry.Key : $"{section.Path}.{entry.Key}";
            if (Known(path, entry))
            {
                seen.Add(path);
            }
            else if (SecretNames.IsSecret(entry.Key))
            {
                const string remedy =
                    "remove it from the file and set it in the environment (KEEL_TOPSTEPX_KEY, DATABENTO_API_KEY …)";
                Problems.Add(entry.Place, path, "a credential must not stand in a profile", remedy);
            }
            else if (section == ProfileSchema.Free && !IsSlip(entry.Key, map))
            {
                Parameter(path, entry);
            }
            else
            {
                Unknown(section, path, entry);
            }
        }
    }

    private bool Known(string path, MapEntry entry)
    {
        var key = ProfileSchema.TryFind(path);
        var section = ProfileSchema.TrySection(path);
        if (key is null && section is null)
        {
            return false;
        }

        if (entry.Value is ScalarNode { IsBroken: true })
        {
            return true;
        }

        if (entry.Value is ScalarNode { IsNull: true })
        {
            Problems.Add(entry.Place, path, "nothing stands behind this key", "give a value, or remove the line");
        }
        else if (section is not null && entry.Value is MapNode map)
        {
            Section(section, map);
        }
        else if (key is not null)
        {
            Value(key, section, entry);
        }
        else
        {
            var first = section!.Keys[0];
            var remedy = $"write for example {path}: {{ {first.Path[(path.Length + 1)..]}: {first.Rule.Example} }}";
            Problems.Add(entry.Place, path, $"{entry.Value.Kind} stands here instead of a map", remedy);
            seen.UnionWith(section.Keys.Select(missing => missing.Path));
        }

        return true;
    }

    private void Value(ProfileKey key, KeySection? section, MapEntry entry)
    {
        if (section is not null && entry.Value is ScalarNode other && other.Text != key.Rule.Example)
        {
            var remedy = $"write {key.Rule.Example}, or a map of its keys";
            Problems.Add(entry.Place, key.Path, $"{other.Shown} stands here instead of {key.Rule.Wanted} or a map", remedy);
        }
        else if (key.Rule.Read(entry.Value, key.Path, reading) is { } value)
        {
            Values.Add(new GivenValue(key, value, entry.Value));
        }
    }

    // A parameter that is one slip from 'name' where no name is given was meant to be the name.
    private static bool IsSlip(string name, MapNode map) =>
        NearestKey.Distance(name, "name") <= 1 && !map.Entries.Any(entry => entry.Key == "name");

    private void Parameter(string path, MapEntry entry)
    {
        if (entry.Value is ScalarNode { IsNull: false } scalar)
        {
            parameters.Add(new StrategyParameter(entry.Key, scalar.Text, scalar.Place));
        }
        else
        {
            var found = entry.Value is ScalarNode ? "nothing" : entry.Value.Kind;
            Problems.Add(entry.Place, path, $"{found} stands here instead of a single value", "give the parameter one value");
        }
    }

    private void Unknown(KeySection section, string path, MapEntry entry)
    {
        if (ProfileSchema.FormerNames.TryGetValue(path, out var present))
        {
            Problems.Add(entry.Place, path, "Keel has another name for this key", $"write {present}");
            return;
        }

        if (
            entry.Value is MapNode map
            && ProfileSchema.FormerNames.Keys.Any(name => name.StartsWith(path + ".", StringComparison.Ordinal))
        )
        {
            foreach (var inner in map.Entries)
            {
                Unknown(section, $"{path}.{inner.Key}", inner);
            }

            return;
        }

        var here = ProfileSchema.PathsUnder(section);
        var elsewhere = ProfileSchema.Keys.Select(key => key.Path).Except(here).ToArray();
        var name = path[(path.LastIndexOf('.') + 1)..];
        Problems.Add(entry.Place, path, "there is no such key", NearestKey.Remedy(name, here, elsewhere));
        if (section == ProfileSchema.Free)
        {
            seen.Add(MarketKeys.Strategy.Path);
        }
    }

    private void NoteMissing(MapNode root)
    {
        foreach (var key in ProfileSchema.Keys.Where(key => key.Required && !seen.Contains(key.Path)))
        {
            var dot = key.Path.IndexOf('.', StringComparison.Ordinal);
            var parent = dot < 0 ? null : root.Entries.FirstOrDefault(entry => entry.Key == key.Path[..dot]);
            var example =
                dot < 0
                    ? $"{key.Path}: {key.Rule.Example}"
                    : $"{key.Path[..dot]}: {{ {key.Path[(dot + 1)..]}: {key.Rule.Example} }}";
            Problems.Add(parent?.Place ?? root.Place, key.Path, "this key is missing", $"write for example {example}");
        }
    }
}
