using Keel.Domain;
using Keel.Trading.Sizing;

namespace Keel.Trading.Tests.Sizing;

/// <summary>Profile A to the letter: its tiers and confidence, stop 8, $1.22 a round trip: worst case of one 13.72, reserve 14.97.</summary>
public sealed class ProfileASizeTests
{
    internal static readonly SizeRules A = new()
    {
        Method = new SizeMethod.Tiered(
            new SizeTiers([
                new(Money.From(700), 0, 0),
                new(Money.From(1000), 1, 0.02m),
                new(Money.From(1500), 2, 0.02m),
                new(Money.From(2000), 3, 0.02m),
                new(Money.From(3000), 4, 0.02m),
                new(null, 10, 0.015m),
            ])
        ),
        Confidence = new ConfidenceLadder([new(0.60m, 0.5m), new(0.70m, 1.0m), new(0.80m, 1.5m), new(0.90m, 2.0m)]),
    };

    // The per-trade limit is 2.5 % of equity, the day's the larger of $50 and 5 %.
    internal static SizeRequest Request(decimal equity, double confidence = 0.75) =>
        new()
        {
            Equity = Money.From(equity),
            WorstCase = Money.From(13.72m),
            Reserve = Money.From(14.97m),
            Confidence = confidence,
            TradeLimit = Money.From(equity * 0.025m),
            DayLeft = Money.From(Math.Max(50, equity * 0.05m)),
            VenueCap = 50,
        };

    [Theory]
    // What the account may risk, at multiplier 1.
    [InlineData("699.99", 0.75, 0, "size_budget")]
    [InlineData("700.00", 0.75, 0, "size_budget")]
    [InlineData("700.01", 0.75, 1, null)]
    [InlineData("999.99", 0.75, 1, null)]
    [InlineData("1000.00", 0.75, 1, null)]
    [InlineData("1000.01", 0.75, 1, null)]
    [InlineData("1371.00", 0.75, 1, null)]
    [InlineData("1371.99", 0.75, 1, null)]
    [InlineData("1372.00", 0.75, 2, null)]
    [InlineData("1400.00", 0.75, 2, null)]
    [InlineData("1500.00", 0.75, 2, null)]
    [InlineData("1500.01", 0.75, 2, null)]
    [InlineData("2000.00", 0.75, 2, null)]
    [InlineData("2000.01", 0.75, 2, null)]
    [InlineData("2057.99", 0.75, 2, null)]
    [InlineData("2058.00", 0.75, 3, null)]
    [InlineData("2743.99", 0.75, 3, null)]
    [InlineData("2744.00", 0.75, 4, null)]
    [InlineData("2750.00", 0.75, 4, null)]
    [InlineData("3000.00", 0.75, 4, null)]
    [InlineData("3000.01", 0.75, 3, null)]
    [InlineData("5000.00", 0.75, 5, null)]
    // What confidence makes of it: 1,400 counts 2.04 contracts, 2,000 counts 2.92, 2,744 exactly 4, 3,000.01 counts 3.28.
    [InlineData("1400.00", 0.5999, 0, "confidence")]
    [InlineData("1400.00", 0.60, 1, null)]
    [InlineData("1400.00", 0.6999, 1, null)]
    [InlineData("1400.00", 0.70, 2, null)]
    [InlineData("1400.00", 0.7999, 2, null)]
    [InlineData("1400.00", 0.80, 2, "size_tier")]
    [InlineData("1400.00", 0.90, 2, "size_tier")]
    [InlineData("1400.00", 0.9001, 2, "size_tier")]
    [InlineData("2000.00", 0.60, 1, null)]
    [InlineData("2000.00", 0.80, 3, "size_tier")]
    [InlineData("2744.00", 0.60, 2, null)]
    [InlineData("2744.00", 0.80, 4, "size_tier")]
    [InlineData("3000.01", 0.80, 4, null)]
    [InlineData("3000.01", 0.90, 4, null)]
    [InlineData("3000.01", 0.9001, 5, "trade_risk")]
    // One contract stays one, whatever halves it.
    [InlineData("1000.00", 0.60, 1, null)]
    [InlineData("1000.00", 0.9001, 1, "size_tier")]
    [InlineData("1372.00", 0.60, 1, null)]
    public void The_boundaries_of_profile_A(string equity, double confidence, int contracts, string? code)
    {
        var size = A.For(Request(decimal.Parse(equity, System.Globalization.CultureInfo.InvariantCulture), confidence));

        Assert.Equal((contracts, code), (size.Contracts, SizeLimitCode.Of(size.Limit)));
    }

    [Fact]
    public void Rounding_down_takes_the_last_contract()
    {
        var size = (A with { Rounding = SizeRounding.Down }).For(Request(1000, 0.60));

        Assert.Equal(SizeAnswer.None(SizeLimit.Rounding, 0.5m, 1), size);
    }

    [Theory]
    [InlineData(1000, 0, SizeLimit.HalfSize)]
    [InlineData(1400, 1, SizeLimit.HalfSize)]
    [InlineData(2058, 1, SizeLimit.HalfSize)]
    [InlineData(2744, 2, SizeLimit.HalfSize)]
    public void Half_of_one_contract_is_no_entry(int equity, int contracts, SizeLimit limit)
    {
        var size = A.For(Request(equity) with { IsHalfSize = true });

        Assert.Equal((contracts, limit), (size.Contracts, size.Limit));
    }

    // Catalogue B2: stops of 12 and 16 ticks, costs 1.22.
    [Theory]
    [InlineData("936.00", "18.72", "19.97", 1)]
    [InlineData("935.99", "18.72", "19.97", 0)]
    [InlineData("1000.00", "18.72", "19.97", 1)]
    [InlineData("1000.00", "23.72", "24.97", 0)]
    [InlineData("1000.00", "28.72", "29.97", 0)]
    public void Wider_stops_of_the_catalogue(string equity, string worst, string reserve, int contracts)
    {
        var request = Request(decimal.Parse(equity, System.Globalization.CultureInfo.InvariantCulture)) with
        {
            WorstCase = Money.From(decimal.Parse(worst, System.Globalization.CultureInfo.InvariantCulture)),
            Reserve = Money.From(decimal.Parse(reserve, System.Globalization.CultureInfo.InvariantCulture)),
        };

        Assert.Equal(contracts, A.For(request).Contracts);
    }

    // After three losers of 13.72 each 8.84 is left of 50.
    [Theory]
    [InlineData("8.84", 0)]
    [InlineData("14.96", 0)]
    [InlineData("14.97", 1)]
    [InlineData("29.93", 1)]
    [InlineData("29.94", 2)]
    [InlineData("0", 0)]
    [InlineData("-3.50", 0)]
    public void What_is_left_of_the_day_bounds_the_size(string left, int contracts)
    {
        var amount = decimal.Parse(left, System.Globalization.CultureInfo.InvariantCulture);
        var size = A.For(Request(1400) with { DayLeft = Money.From(amount) });

        Assert.Equal(contracts, size.Contracts);
        Assert.Equal(contracts == 2 ? null : "worst_case", SizeLimitCode.Of(size.Limit));
        if (contracts < 2)
        {
            Assert.Equal((29.94m, amount), (size.Need, size.Bound));
        }
    }
}
