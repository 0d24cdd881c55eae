using System.Diagnostics.CodeAnalysis;
using Keel.Cli.Profiles.Text;

namespace Keel.Cli.Profiles.Values;

/// <summary>A map from numbers to values, such as <c>{ 3: 15m, 5: 30m }</c>; its steps are sorted by their first part.</summary>
internal sealed class LadderRule<TFrom, TTo>(ValueRule<TFrom> from, ValueRule<TTo> to, string example)
    : ValueRule<IReadOnlyList<Step<TFrom, TTo>>>($"a map from {from.Wanted} to {to.Wanted}", example)
    where TFrom : notnull, IComparable<TFrom>
    where TTo : notnull
{
    /// <inheritdoc />
    public override bool TryRead(
        ProfileNode node,
        string path,
        Reading reading,
        [NotNullWhen(true)] out IReadOnlyList<Step<TFrom, TTo>>? value
    )
    {
        value = null;
        if (node is not MapNode { Entries.Count: > 0 } map)
        {
            NoteShape(node, path, reading);
            return false;
        }

        var before = reading.Problems.Count;
        var steps = new List<Step<TFrom, TTo>>();
        foreach (var entry in map.Entries)
        {
            var inner = $"{path}.{entry.Key}";
            var key = new ScalarNode(entry.Place, entry.Key, Quoted: false);
            if (from.TryRead(key, inner, reading, out var start) & to.TryRead(entry.Value, inner, reading, out var end))
            {
                steps.Add(new Step<TFrom, TTo>(start!, end!));
            }
        }

        steps.Sort((one, other) => one.From.CompareTo(other.From));
        value = reading.Problems.Count == before ? steps : null;
        return value is not null;
    }
}
