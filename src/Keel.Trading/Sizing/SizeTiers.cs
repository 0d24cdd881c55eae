using Keel.Domain;

namespace Keel.Trading.Sizing;

/// <summary>The tiers of an account from the smallest to the largest, without a gap.</summary>
public sealed class SizeTiers
{
    private readonly SizeTier[] tiers;

    /// <summary>Takes tiers whose bounds rise to an open end; throws on any others.</summary>
    public SizeTiers(IReadOnlyList<SizeTier> tiers)
    {
        this.tiers = [.. tiers];
        for (var at = 0; at < this.tiers.Length; at++)
        {
            var (tier, isLast) = (this.tiers[at], at == this.tiers.Length - 1);
            if (tier.Contracts < 0 || tier.Share < 0)
            {
                throw new ArgumentException(
                    $"a tier has neither {tier.Contracts} contracts nor a share of {tier.Share}",
                    nameof(tiers)
                );
            }

            if (isLast != tier.UpTo is null || (at > 0 && tier.UpTo <= this.tiers[at - 1].UpTo))
            {
                throw new ArgumentException("the bounds of the tiers do not rise to an open end", nameof(tiers));
            }
        }

        if (this.tiers.Length == 0)
        {
            throw new ArgumentException("there is no tier", nameof(tiers));
        }
    }

    /// <summary>The tier of an account.</summary>
    public SizeTier At(Money equity)
    {
        foreach (var tier in tiers)
        {
            if (tier.UpTo is not { } bound || equity <= bound)
            {
                return tier;
            }
        }

        return tiers[^1];
    }
}
