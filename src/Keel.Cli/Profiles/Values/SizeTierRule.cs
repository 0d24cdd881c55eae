using System.Diagnostics.CodeAnalysis;
using Keel.Cli.Profiles.Text;
using Keel.Domain;
using Keel.Trading.Sizing;

namespace Keel.Cli.Profiles.Values;

/// <summary>Tiers from the smallest account to the largest; the last alone has no upper bound.</summary>
internal sealed class SizeTierRule()
    : ValueRule<IReadOnlyList<SizeTier>>(
        "a list of tiers, smallest account first",
        "[{ up_to: 1000, contracts: 1, risk: 2% }, { contracts: 2, risk: 2% }]"
    )
{
    private static readonly string[] Names = ["up_to", "contracts", "risk"];

    /// <inheritdoc />
    public override bool TryRead(
        ProfileNode node,
        string path,
        Reading reading,
        [NotNullWhen(true)] out IReadOnlyList<SizeTier>? value
    )
    {
        value = null;
        if (node is not ListNode { Items.Count: > 0 } list)
        {
            NoteShape(node, path, reading);
            return false;
        }

        var before = reading.Problems.Count;
        var tiers = new List<SizeTier>();
        foreach (var (index, item) in list.Items.Index())
        {
            var tier = Tier(item, path, reading);
            var isLast = index == list.Items.Count - 1;
            var rising = tiers.Count == 0 || tier.UpTo is not { } bound || bound > tiers[^1].UpTo;
            if (reading.Problems.Count == before && (isLast != tier.UpTo is null || !rising))
            {
                var remedy = "give each tier but the last an up_to above that of the tier before";
                reading.Problems.Add(item.Place, path, "the bounds of the tiers do not rise to an open end", remedy);
            }

            tiers.Add(tier);
        }

        value = reading.Problems.Count == before ? tiers : null;
        return value is not null;
    }

    private SizeTier Tier(ProfileNode node, string path, Reading reading)
    {
        if (node is not MapNode map)
        {
            NoteShape(node, path, reading);
            return new SizeTier(null, 0, 0);
        }

        foreach (var entry in map.Entries.Where(entry => !Names.Contains(entry.Key)))
        {
            var remedy = NearestKey.Remedy(entry.Key, Names, []);
            reading.Problems.Add(entry.Place, $"{path}.{entry.Key}", "a tier has no such key", remedy);
        }

        var upTo =
            Find(map, "up_to") is { } bound && Rules.Amount(0.01m).TryRead(bound, $"{path}.up_to", reading, out var amount)
                ? amount
                : (Money?)null;
        Rules.Whole(0, 1000).TryRead(Needed(map, "contracts"), $"{path}.contracts", reading, out var contracts);
        Rules.Share(0, 100).TryRead(Needed(map, "risk"), $"{path}.risk", reading, out var risk);
        return new SizeTier(upTo, contracts, risk);
    }

    private static ProfileNode? Find(MapNode map, string name) => map.Entries.FirstOrDefault(entry => entry.Key == name)?.Value;

    private static ProfileNode Needed(MapNode map, string name) =>
        Find(map, name) ?? new ScalarNode(map.Place, "", Quoted: false);
}
