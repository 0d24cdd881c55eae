using Keel.Domain;
using Keel.Trading.Sizing;

namespace Keel.Trading.Tests.Sizing;

public sealed class SizeMethodTests
{
    private static SizeRequest Ten(decimal equity = 10_000) => new() { Equity = Money.From(equity), WorstCase = Money.From(100) };

    private static SizeRules Rules(SizeMethod method) => new() { Method = method };

    [Fact]
    public void A_fixed_size_needs_no_worst_case_while_nothing_limits_it()
    {
        var request = Ten() with { WorstCase = Money.Zero };

        Assert.Equal(new SizeAnswer(3, SizeLimit.Nothing, 0, 0), Rules(new SizeMethod.Fixed(3)).For(request));
        Assert.Equal(
            SizeLimit.UnknownWorstCase,
            Rules(new SizeMethod.Fixed(3)).For(request with { DayLeft = Money.From(50) }).Limit
        );
    }

    [Fact]
    public void A_rule_without_a_model_is_not_multiplied()
    {
        var rules = ProfileASizeTests.A with { Method = new SizeMethod.Fixed(3) };

        Assert.Equal(3, rules.For(Ten()).Contracts);
        Assert.Equal(1, rules.For(Ten() with { Confidence = 0.65 }).Contracts);
        Assert.Equal(0, rules.For(Ten() with { Confidence = double.NegativeInfinity }).Contracts);
    }

    [Fact]
    public void A_ladder_of_one_step_includes_its_bound()
    {
        var ladder = new ConfidenceLadder([new(0.60m, 1)]);

        Assert.Equal([0, 1, 1], new[] { 0.5999, 0.60, 0.99 }.Select(ladder.MultiplierOf));
    }

    [Theory]
    [InlineData(10_000, 2)]
    [InlineData(9_999, 1)]
    [InlineData(4_999, 0)]
    public void A_fixed_fraction_risks_its_share_of_equity(int equity, int contracts) =>
        Assert.Equal(contracts, Rules(new SizeMethod.FixedFraction(0.02m)).For(Ten(equity)).Contracts);

    [Fact]
    public void Without_a_worst_case_nothing_can_be_counted_by_it() =>
        Assert.Equal(
            "unknown_worst_case",
            SizeLimitCode.Of(Rules(new SizeMethod.FixedFraction(0.02m)).For(Ten() with { WorstCase = Money.Zero }).Limit)
        );

    [Theory]
    [InlineData("640.01", 3)]
    [InlineData("500.00", 4)]
    [InlineData("2000.00", 1)]
    [InlineData("2000.01", 0)]
    public void Volatility_sizes_for_what_the_account_may_fluctuate_in_a_year(string ofOne, int contracts)
    {
        var volatility = Money.From(decimal.Parse(ofOne, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(
            contracts,
            Rules(new SizeMethod.Volatility(0.2m)).For(Ten() with { VolatilityOfOne = volatility }).Contracts
        );
    }

    [Fact]
    public void An_unknown_volatility_is_not_a_small_one()
    {
        Assert.Equal(SizeLimit.UnknownVolatility, Rules(new SizeMethod.Volatility(0.2m)).For(Ten()).Limit);
        Assert.Null(YearlyVolatility.OfOne(double.NaN, 252, Money.From(1.25m)));
        Assert.Null(YearlyVolatility.OfOne(0, 252, Money.From(1.25m)));
    }

    // 20 ticks of $1.25 a day, 256 days: 20 × 16 × 1.25.
    [Fact]
    public void Volatility_grows_with_the_root_of_time() =>
        Assert.Equal(Money.From(400), YearlyVolatility.OfOne(20, 256, Money.From(1.25m)));

    [Fact]
    public void The_tightest_limit_is_the_one_that_is_named()
    {
        var rules = new SizeRules { Method = new SizeMethod.Fixed(9), MaxContracts = 8 };
        var request = Ten() with { VenueCap = 7, TradeLimit = Money.From(650), DayLeft = Money.From(599.99m) };

        Assert.Equal(new SizeAnswer(5, SizeLimit.WorstCase, 600, 599.99m), rules.For(request));
        Assert.Equal(new SizeAnswer(6, SizeLimit.TradeRisk, 700, 650), rules.For(request with { DayLeft = null }));
        Assert.Equal(new SizeAnswer(7, SizeLimit.VenueCap, 8, 7), rules.For(request with { DayLeft = null, TradeLimit = null }));
        Assert.Equal(new SizeAnswer(8, SizeLimit.MaxContracts, 9, 8), rules.For(Ten()));
    }

    [Fact]
    public void Every_limit_but_none_has_a_code_of_its_own()
    {
        var codes = Enum.GetValues<SizeLimit>().Select(SizeLimitCode.Of).ToList();

        Assert.Null(codes[0]);
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes.Skip(1), code => Assert.Matches("^[a-z_]+$", code));
    }

    [Fact]
    public void Tiers_and_ladders_that_do_not_rise_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new SizeTiers([]));
        Assert.Throws<ArgumentException>(() => new SizeTiers([new(Money.From(10), 1, 0.02m)]));
        Assert.Throws<ArgumentException>(() => new SizeTiers([new(null, 1, 0.02m), new(null, 1, 0.02m)]));
        Assert.Throws<ArgumentException>(() =>
            new SizeTiers([new(Money.From(10), 1, 0.02m), new(Money.From(10), 1, 0.02m), new(null, 1, 0.02m)])
        );
        Assert.Throws<ArgumentException>(() => new SizeTiers([new(null, -1, 0.02m)]));
        Assert.Throws<ArgumentException>(() => new ConfidenceLadder([]));
        Assert.Throws<ArgumentException>(() => new ConfidenceLadder([new(0.7m, 1), new(0.7m, 2)]));
        Assert.Throws<ArgumentException>(() => new ConfidenceLadder([new(0.7m, -1)]));
    }

    [Fact]
    public void Sizing_allocates_nothing()
    {
        var (rules, request, sum) = (ProfileASizeTests.A, ProfileASizeTests.Request(2744), 0);

        Assert.Equal(
            0,
            Allocation.Least(() =>
            {
                for (var entry = 0; entry < 10_000; entry++)
                {
                    sum += rules.For(request).Contracts;
                }
            })
        );
        Assert.Equal(240_000, sum);
    }
}
