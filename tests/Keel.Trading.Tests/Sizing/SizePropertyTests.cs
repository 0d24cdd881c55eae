using FsCheck;
using FsCheck.Fluent;
using Keel.Domain;
using Keel.Trading.Sizing;

namespace Keel.Trading.Tests.Sizing;

public sealed class SizePropertyTests
{
    private const int Times = 20_000;

    private static readonly Gen<decimal> Cents = Gen.Choose(1, 1_000_000).Select(cents => cents / 100m);

    private static readonly Gen<SizeMethod> Methods = Gen.OneOf(
        Gen.Choose(1, 20).Select(SizeMethod (held) => new SizeMethod.Fixed(held)),
        Gen.Constant(ProfileASizeTests.A.Method),
        Gen.Choose(1, 500).Select(SizeMethod (held) => new SizeMethod.FixedFraction(held / 1000m)),
        Gen.Choose(1, 500).Select(SizeMethod (held) => new SizeMethod.Volatility(held / 1000m)),
        Gen.Choose(1, 100).Select(SizeMethod (held) => new SizeMethod.Kelly(held / 100m))
    );

    private static readonly Gen<SizeRules> AnyRules =
        from method in Methods
        from hasLadder in Gen.Elements(true, false)
        from most in Gen.Choose(0, 12)
        from rounding in Gen.Elements(SizeRounding.AtLeastOne, SizeRounding.Down)
        select new SizeRules
        {
            Method = method,
            Confidence = hasLadder ? ProfileASizeTests.A.Confidence : null,
            MaxContracts = most == 0 ? null : most,
            Rounding = rounding,
        };

    private static readonly Gen<SizeRequest> AnyRequest =
        from equity in Cents
        from worst in Gen.Choose(100, 5_000).Select(cents => cents / 100m)
        from more in Gen.Choose(0, 500).Select(cents => cents / 100m)
        from confidence in Gen.Choose(0, 10_000).Select(parts => parts / 10_000.0)
        from trade in Cents
        from day in Gen.Choose(-1_000, 50_000).Select(cents => cents / 100m)
        from cap in Gen.Choose(0, 15)
        from isHalf in Gen.Elements(true, false, false)
        select new SizeRequest
        {
            Equity = Money.From(equity),
            WorstCase = Money.From(worst),
            Reserve = Money.From(worst + more),
            Confidence = confidence,
            VolatilityOfOne = Money.From(worst * 20),
            KellyFraction = confidence / 3,
            TradeLimit = Money.From(trade),
            DayLeft = Money.From(day),
            VenueCap = cap,
            IsHalfSize = isHalf,
        };

    private static readonly Gen<(SizeRules Rules, SizeRequest Request)> Both =
        from rules in AnyRules
        from request in AnyRequest
        select (rules, request);

    [Fact]
    public void A_size_never_exceeds_any_cap() =>
        Property.Holds(
            Both,
            Times,
            both =>
            {
                var (rules, request) = both;
                var size = rules.For(request);
                var reserved = request.Reserve!.Value * size.Contracts;

                Assert.True(size.Contracts >= 0);
                Assert.True(size.Contracts <= (rules.MaxContracts ?? int.MaxValue) && size.Contracts <= request.VenueCap);
                Assert.True(size.Contracts == 0 || (reserved <= request.TradeLimit && reserved <= request.DayLeft));
                Assert.True(size.Contracts > 0 || size.Limit != SizeLimit.Nothing);
                if (rules.Method is SizeMethod.Tiered { Tiers: var tiers })
                {
                    Assert.True(size.Contracts <= tiers.At(request.Equity).Contracts);
                }
            }
        );

    [Fact]
    public void More_budget_never_makes_a_size_smaller() =>
        Property.Holds(
            from both in Both
            from more in Cents
            select (both.Rules, both.Request, More: Money.From(more)),
            Times,
            given =>
            {
                var (rules, request, more) = given;
                var size = rules.For(request).Contracts;

                Assert.True(rules.For(request with { TradeLimit = request.TradeLimit + more }).Contracts >= size);
                Assert.True(rules.For(request with { DayLeft = request.DayLeft + more }).Contracts >= size);
                Assert.True(rules.For(request with { VenueCap = request.VenueCap + 1 }).Contracts >= size);
                Assert.True(rules.For(request with { IsHalfSize = false }).Contracts >= size);

                // Equity alone may lead into a tier that risks less.
                if (rules.Method is not SizeMethod.Tiered)
                {
                    Assert.True(rules.For(request with { Equity = request.Equity + more }).Contracts >= size);
                }
            }
        );

    [Fact]
    public void Counting_one_by_one_gives_the_same_size() =>
        Property.Holds(
            Both.Where(both => both.Rules.Method is SizeMethod.Tiered or SizeMethod.FixedFraction),
            Times / 2,
            both => Assert.Equal(Slow(both.Rules, both.Request), both.Rules.For(both.Request).Contracts)
        );

    // The rule's own words: add contracts while the next one still fits.
    private static int Slow(SizeRules rules, SizeRequest request)
    {
        var tier = (rules.Method as SizeMethod.Tiered)?.Tiers.At(request.Equity);
        var share = tier?.Share ?? ((SizeMethod.FixedFraction)rules.Method).Share;
        var most = tier?.Contracts ?? int.MaxValue;
        var multiplier = rules.Confidence?.MultiplierOf(request.Confidence) ?? 1;
        var (budget, worst) = (share * request.Equity.Amount, request.WorstCase.Amount);
        if (multiplier == 0 || most == 0 || worst > budget)
        {
            return 0;
        }

        var size = 0;
        while (size + 1 <= most * multiplier && (size + 1) * worst <= budget * multiplier)
        {
            size++;
        }

        size = size == 0 && rules.Rounding == SizeRounding.AtLeastOne ? 1 : size;
        while (
            size > 0
            && (
                size > most
                || size > (rules.MaxContracts ?? int.MaxValue)
                || size > request.VenueCap
                || request.Reserve!.Value * size > request.TradeLimit
                || request.Reserve!.Value * size > request.DayLeft
            )
        )
        {
            size--;
        }

        return request.IsHalfSize ? size / 2 : size;
    }
}
