namespace Keel.Cli.Profiles.Text;

/// <summary>Keys with their values, in the order in which they were written.</summary>
internal sealed record MapNode(Place Place, IReadOnlyList<MapEntry> Entries) : ProfileNode(Place)
{
    /// <inheritdoc />
    public override string Kind => "a map";

    /// <summary>The same map with one path replaced or added; what lies in the way of a longer path gives way to a map.</summary>
    public MapNode With(ReadOnlySpan<string> path, ProfileNode value)
    {
        var name = path[0];
        var entries = Entries.ToList();
        var index = entries.FindIndex(entry => entry.Key == name);
        var replaced = value;
        if (path.Length > 1)
        {
            var inner = index >= 0 ? entries[index].Value as MapNode : null;
            replaced = (inner ?? new MapNode(value.Place, [])).With(path[1..], value);
        }

        var line = new MapEntry(name, index < 0 || path.Length == 1 ? value.Place : entries[index].Place, replaced);
        if (index < 0)
        {
            entries.Add(line);
        }
        else
        {
            entries[index] = line;
        }

        return this with
        {
            Entries = entries,
        };
    }

    /// <summary>The same map without one path; unchanged when it is not there.</summary>
    public MapNode Without(ReadOnlySpan<string> path)
    {
        var entries = Entries.ToList();
        var name = path[0];
        var index = entries.FindIndex(entry => entry.Key == name);
        if (index < 0)
        {
            return this;
        }

        if (path.Length == 1)
        {
            entries.RemoveAt(index);
        }
        else if (entries[index].Value is MapNode inner)
        {
            entries[index] = entries[index] with { Value = inner.Without(path[1..]) };
        }

        return this with
        {
            Entries = entries,
        };
    }

    /// <summary>As YAML on one line.</summary>
    public override string ToString() => $"{{ {string.Join(", ", Entries.Select(entry => $"{entry.Key}: {entry.Value}"))} }}";
}
