using System.Diagnostics;
using Keel.Domain;

namespace Keel.Trading.Sizing;

/// <summary>How many contracts an entry takes: a method counts them, confidence multiplies, limits bind. Exact to the last decimal.</summary>
public sealed record SizeRules
{
    /// <summary>How contracts are counted.</summary>
    public required SizeMethod Method { get; init; }

    /// <summary>What confidence makes of the count; null when it makes nothing of it.</summary>
    public ConfidenceLadder? Confidence { get; init; }

    /// <summary>Never more than so many; null without such a limit.</summary>
    public int? MaxContracts { get; init; }

    /// <summary>What becomes of less than one contract.</summary>
    public SizeRounding Rounding { get; init; }

    /// <summary>The size of an entry.</summary>
    public SizeAnswer For(in SizeRequest request)
    {
        var multiplier = Confidence?.MultiplierOf(request.Confidence) ?? 1;
        if (multiplier == 0)
        {
            var confidence = (decimal)Math.Clamp(request.Confidence, -1e9, 1e9);
            return SizeAnswer.None(SizeLimit.Confidence, confidence, (decimal)Confidence!.Least);
        }

        var counted = Counted(request, multiplier);
        return counted.Contracts == 0 ? counted : Limited(request, counted);
    }

    private SizeAnswer Counted(in SizeRequest request, decimal multiplier)
    {
        switch (Method)
        {
            case SizeMethod.Fixed held:
                return Multiplied(held.Contracts, 1, int.MaxValue, multiplier);

            case SizeMethod.Tiered held:
                var tier = held.Tiers.At(request.Equity);
                return Risking(request, tier.Share, tier.Contracts, multiplier);

            case SizeMethod.FixedFraction held:
                return Risking(request, held.Share, int.MaxValue, multiplier);

            case SizeMethod.Volatility when request.VolatilityOfOne is not { Units: > 0 }:
                return SizeAnswer.None(SizeLimit.UnknownVolatility);

            case SizeMethod.Volatility held:
                var wanted = held.Target * request.Equity.Amount;
                return Multiplied(wanted, request.VolatilityOfOne!.Value.Amount, int.MaxValue, multiplier);

            case SizeMethod.Kelly held when double.IsNaN(request.KellyFraction):
                return held.Meanwhile < 1
                    ? SizeAnswer.None(SizeLimit.TooFewTrades)
                    : Multiplied(held.Meanwhile, 1, int.MaxValue, multiplier);

            case SizeMethod.Kelly when request.KellyFraction <= 0:
                return SizeAnswer.None(SizeLimit.NoEdge);

            case SizeMethod.Kelly held:
                return Risking(request, held.Part * (decimal)Math.Min(request.KellyFraction, 1), int.MaxValue, multiplier);

            default:
                throw new UnreachableException();
        }
    }

    private SizeAnswer Risking(in SizeRequest request, decimal share, int most, decimal multiplier) =>
        request.WorstCase <= Money.Zero
            ? SizeAnswer.None(SizeLimit.UnknownWorstCase)
            : Multiplied(share * request.Equity.Amount, request.WorstCase.Amount, most, multiplier);

    // floor(min(most, budget / each) × multiplier), at least 1 where the unmultiplied figure is; and never above the most.
    private SizeAnswer Multiplied(decimal budget, decimal each, int most, decimal multiplier)
    {
        if (most < 1 || budget < each)
        {
            return SizeAnswer.None(SizeLimit.Budget, each, Math.Max(budget, 0));
        }

        var isAllOfTier = most < int.MaxValue && budget >= each * most;
        var contracts = isAllOfTier ? Whole(most * multiplier, 1) : Whole(budget * multiplier, each);
        var unbound = isAllOfTier ? Whole(budget * multiplier, each) : contracts;
        if (contracts == 0)
        {
            if (Rounding == SizeRounding.Down)
            {
                return SizeAnswer.None(SizeLimit.Rounding, multiplier, 1);
            }

            contracts = 1;
        }

        var size = Math.Min(contracts, most);
        return unbound > size
            ? new SizeAnswer(size, SizeLimit.Tier, unbound, most)
            : new SizeAnswer(size, SizeLimit.Nothing, 0, 0);
    }

    private SizeAnswer Limited(in SizeRequest request, SizeAnswer size)
    {
        size = MaxContracts is { } most ? size.AtMost(most, SizeLimit.MaxContracts, size.Contracts, most) : size;
        size = request.VenueCap is { } cap ? size.AtMost(cap, SizeLimit.VenueCap, size.Contracts, cap) : size;
        var each = request.Reserve ?? request.WorstCase;
        size = Within(request.TradeLimit, each, SizeLimit.TradeRisk, size);
        size = Within(request.DayLeft, each, SizeLimit.WorstCase, size);
        return request.IsHalfSize
            ? size.AtMost(size.Contracts / 2, SizeLimit.HalfSize, size.Contracts, size.Contracts / 2m)
            : size;
    }

    private static SizeAnswer Within(Money? limit, Money each, SizeLimit name, SizeAnswer size)
    {
        if (limit is not { } bound || size.Contracts == 0)
        {
            return size;
        }

        return each <= Money.Zero
            ? SizeAnswer.None(SizeLimit.UnknownWorstCase)
            : size.AtMost(Whole(bound.Amount, each.Amount), name, each.Amount * size.Contracts, bound.Amount);
    }

    // How many whole parts fit: a quotient that the last decimal rounded up to a whole number is taken back.
    private static int Whole(decimal amount, decimal each)
    {
        if (amount <= 0)
        {
            return 0;
        }

        var whole = decimal.Floor(Math.Min(amount / each, int.MaxValue));
        return (int)(whole * each > amount ? whole - 1 : whole);
    }
}
