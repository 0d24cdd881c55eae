using System.Diagnostics.CodeAnalysis;
using Keel.Cli.Profiles.Text;

namespace Keel.Cli.Profiles.Values;

/// <summary>Several values of one rule in brackets; a single one may stand alone.</summary>
internal sealed class ListRule<T>(ValueRule<T> item, string example)
    : ValueRule<IReadOnlyList<T>>($"a list, each {item.Wanted}", example)
    where T : notnull
{
    /// <inheritdoc />
    public override bool TryRead(ProfileNode node, string path, Reading reading, [NotNullWhen(true)] out IReadOnlyList<T>? value)
    {
        var items = new List<T>();
        var before = reading.Problems.Count;
        foreach (var part in node is ListNode list ? list.Items : [node])
        {
            if (item.TryRead(part, path, reading, out var read))
            {
                items.Add(read);
            }
        }

        value = reading.Problems.Count == before ? items : null;
        return value is not null;
    }
}
