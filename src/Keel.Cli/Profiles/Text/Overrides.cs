namespace Keel.Cli.Profiles.Text;

/// <summary>Settings of the command line, <c>path.to.key=value</c>, that replace those of the file; an empty value removes the key.</summary>
internal static class Overrides
{
    /// <summary>The root with every override applied in the order given.</summary>
    public static MapNode Apply(MapNode root, IEnumerable<string> settings, EnvironmentNames environment, ProblemList problems)
    {
        foreach (var setting in settings)
        {
            root = Apply(root, setting, environment, problems);
        }

        return root;
    }

    private static MapNode Apply(MapNode root, string setting, EnvironmentNames environment, ProblemList problems)
    {
        var equals = setting.IndexOf('=', StringComparison.Ordinal);
        var path = (equals < 0 ? setting : setting[..equals]).Trim();
        var place = Place.OfOverride(path);
        var segments = path.Split('.');
        if (equals < 0 || Array.Exists(segments, string.IsNullOrWhiteSpace))
        {
            problems.Add(place, "", "this is no setting", "write --set path.to.key=value, such as --set exits.stop_ticks=8");
            return root;
        }

        var before = problems.Count;
        var value = ProfileTree.Read(setting[(equals + 1)..], _ => place, path, environment, problems);
        return problems.Count > before ? root
            : value is null or ScalarNode { IsNull: true } ? root.Without(segments)
            : root.With(segments, value);
    }
}
