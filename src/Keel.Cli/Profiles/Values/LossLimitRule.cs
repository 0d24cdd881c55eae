using Keel.Cli.Profiles.Text;
using Keel.Domain;
using Keel.Trading.Risk;

namespace Keel.Cli.Profiles.Values;

/// <summary>An amount above zero, a share above 0 % up to 100 %, or the larger of a list of them.</summary>
internal sealed class LossLimitRule()
    : ValueRule<LossLimit>("an amount in dollars, a share such as 5%, or a list of which the larger counts", "[50, 5%]")
{
    /// <inheritdoc />
    public override bool TryRead(ProfileNode node, string path, Reading reading, out LossLimit value)
    {
        value = default;
        if (node is MapNode || node is ListNode { Items.Count: 0 })
        {
            NoteShape(node, path, reading);
            return false;
        }

        var before = reading.Problems.Count;
        foreach (var part in node is ListNode list ? list.Items : [node])
        {
            value = Larger(value, part, path, reading);
        }

        return reading.Problems.Count == before;
    }

    private LossLimit Larger(LossLimit sofar, ProfileNode part, string path, Reading reading)
    {
        if (part is not ScalarNode scalar)
        {
            NoteShape(part, path, reading);
            return sofar;
        }

        if (Words.TryShare(scalar.Text, out var share) && share is > 0 and <= 1)
        {
            return sofar with { Share = Math.Max(sofar.Share, share) };
        }

        if (Words.TryAmount(scalar.Text, out var amount) && amount > Money.Zero)
        {
            return sofar with { Amount = amount > sofar.Amount ? amount : sofar.Amount };
        }

        reading.Problems.Add(
            part.Place,
            path,
            $"{scalar.Shown} is neither an amount nor a share above zero",
            $"write for example {Example}"
        );
        return sofar;
    }
}
