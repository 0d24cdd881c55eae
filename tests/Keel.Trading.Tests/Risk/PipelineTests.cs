using System.Globalization;
using Keel.Domain;
using Keel.Trading.Risk;
using Keel.Trading.Tests.Sizing;
using static Keel.Trading.Tests.Risk.Entry;

namespace Keel.Trading.Tests.Risk;

/// <summary>Profile A's golden sizes (R2) through all of its controls in their order: size and verdict by a table made by hand.</summary>
/// <remarks>Stop 8, a tick of slippage a side, $1.22: 13.72 is expected to be lost, 14.97 is reserved, 139.97 with a gap of 100 ticks.</remarks>
public sealed class PipelineTests
{
    // The account has made or lost what separates it from 1,000 on earlier days; its highest equity is the larger of the two.
    [Theory]
    // Equity, confidence, lost today → lots, rule.
    [InlineData("699.99", 0.75, "0", 0, "kill")]
    [InlineData("700.00", 0.75, "0", 0, "kill")]
    [InlineData("700.01", 0.75, "0", 0, "review")]
    [InlineData("800.00", 0.75, "0", 0, "review")]
    [InlineData("800.01", 0.75, "0", 0, "drawdown_room")]
    [InlineData("814.96", 0.75, "0", 0, "drawdown_room")]
    [InlineData("814.97", 0.75, "0", 0, "floor")]
    [InlineData("839.00", 0.75, "0", 0, "floor")]
    [InlineData("839.96", 0.75, "0", 0, "floor")]
    [InlineData("839.97", 0.75, "0", 1, null)]
    [InlineData("840.00", 0.75, "0", 1, null)]
    [InlineData("999.99", 0.75, "0", 1, null)]
    [InlineData("1000.00", 0.75, "0", 1, null)]
    [InlineData("1000.01", 0.75, "0", 1, null)]
    [InlineData("1371.99", 0.75, "0", 1, null)]
    [InlineData("1372.00", 0.75, "0", 2, null)]
    [InlineData("1400.00", 0.75, "0", 2, null)]
    [InlineData("1500.00", 0.75, "0", 2, null)]
    [InlineData("1500.01", 0.75, "0", 2, null)]
    [InlineData("2000.00", 0.75, "0", 2, null)]
    [InlineData("2057.99", 0.75, "0", 2, null)]
    [InlineData("2058.00", 0.75, "0", 3, null)]
    [InlineData("2744.00", 0.75, "0", 4, null)]
    [InlineData("2750.00", 0.75, "0", 4, null)]
    [InlineData("3000.00", 0.75, "0", 4, null)]
    [InlineData("3000.01", 0.75, "0", 3, null)]
    [InlineData("5000.00", 0.75, "0", 5, null)]
    // What confidence makes of it.
    [InlineData("1400.00", double.NaN, "0", 2, null)]
    [InlineData("1400.00", 0.5999, "0", 0, "confidence")]
    [InlineData("1400.00", 0.60, "0", 1, null)]
    [InlineData("1400.00", 0.6999, "0", 1, null)]
    [InlineData("1400.00", 0.70, "0", 2, null)]
    [InlineData("1400.00", 0.7999, "0", 2, null)]
    [InlineData("1400.00", 0.80, "0", 2, "size_tier")]
    [InlineData("1400.00", 1.0001, "0", 0, "sanity")]
    [InlineData("2000.00", 0.80, "0", 3, "size_tier")]
    [InlineData("3000.01", 0.80, "0", 4, null)]
    [InlineData("3000.01", 0.90, "0", 4, null)]
    [InlineData("3000.01", 0.9001, "0", 5, "trade_risk")]
    [InlineData("1000.00", 0.60, "0", 1, null)]
    // What the day has left: 50, or 5 % of the day's start where that is more.
    [InlineData("1000.00", 0.75, "35.03", 1, null)]
    [InlineData("1000.00", 0.75, "35.04", 0, "worst_case")]
    [InlineData("1000.00", 0.75, "41.16", 0, "worst_case")]
    [InlineData("1000.00", 0.75, "49.99", 0, "worst_case")]
    [InlineData("1000.00", 0.75, "50.00", 0, "daily_loss")]
    [InlineData("1000.00", 0.75, "50.01", 0, "daily_loss")]
    [InlineData("1500.00", 0.75, "45.06", 2, null)]
    [InlineData("1500.00", 0.75, "45.07", 1, "worst_case")]
    [InlineData("1500.00", 0.75, "60.03", 1, "worst_case")]
    [InlineData("1500.00", 0.75, "60.04", 0, "worst_case")]
    public void Size_and_verdict_of_profile_A(string equity, double confidence, string lost, int lots, string? code)
    {
        var (review, account) = NewReview(Parse(equity), ProfileA);
        account.Book(-Units(Parse(lost)), 0, 0);
        account.Mark(0, 0);

        // The day's losers are thought to have come with winners between: this table is not about streaks.
        var wish = Proposal(now: 1);
        (wish.Confidence, wish.PredictedClass) = (confidence, double.IsNaN(confidence) ? -1 : 2);
        var verdict = review.Rule(wish);

        Assert.Equal((lots, code), (verdict.Lots, verdict.Code));
    }

    [Theory]
    [InlineData("1000.00", 0, "half_size")]
    [InlineData("1400.00", 1, "half_size")]
    [InlineData("2744.00", 2, "half_size")]
    [InlineData("3000.01", 1, "half_size")]
    public void Half_size_halves_what_all_limits_leave(string equity, int lots, string code)
    {
        var (review, _) = NewReview(Parse(equity), ProfileA);
        var wish = Proposal();
        wish.HalfSize = true;

        var verdict = review.Rule(wish);

        Assert.Equal((lots, code), (verdict.Lots, verdict.Code));
    }

    [Fact]
    public void A_refusal_carries_what_was_measured_and_the_bound()
    {
        var (review, account) = NewReview(1000, ProfileA);
        account.Book(Units(-41.16m), 0, 0);

        Assert.Equal(new EntryVerdict(0, "worst_case", 56.13m, 50), review.Rule(Proposal(now: 1)));
        Assert.Equal(1, review.Controls.Single(control => control.Code == "worst_case").Refused);
        Assert.Equal(0, review.Controls.Where(control => control.Code != "worst_case").Sum(control => control.Refused));
    }

    [Fact]
    public void The_venues_balance_is_no_capital()
    {
        // The venue shows 50,312.18; the risk account has 1,000, and nothing here can be told of the other figure.
        var (review, account) = NewReview(1000, ProfileA);
        Assert.Equal(1, review.Rule(Proposal()).Lots);
        Assert.True(account.Mark(Units(-49.99m), 1));
        Assert.False(account.Mark(Units(-50), 2));
        Assert.Equal(new EntryVerdict(0, "daily_loss", 1, 0), review.Rule(Proposal()));
    }

    [Fact]
    public void Controls_stand_in_one_order_and_unnamed_limits_have_none()
    {
        var job = new RiskLimits
        {
            Capital = Money.From(1_000_000),
            PerTrade = new LossLimit(Money.From(25), 0),
            DailyLoss = new LossLimit(Money.From(50), 0),
            Streaks = ProfileA.Streaks,
        };

        Assert.Equal(
            "daily_loss operator fault halted pause pause unknown_order sanity trade_risk worst_case half_size",
            Codes(EntryControls.Of(job, Account(job), Facts))
        );
        Assert.Equal(
            "operator fault halted pause unknown_order sanity half_size",
            Codes(EntryControls.Of(new RiskLimits { Capital = Money.Zero }, Account(job), Facts))
        );
    }

    [Fact]
    public void All_limits_in_their_order()
    {
        var facts = Facts with
        {
            Size = ProfileASizeTests.A,
            Cooldown = Span.FromSeconds(30),
            Conditions = new(Span.FromSeconds(1)),
            HasQuotes = true,
            Releases = [],
            ContractOn = _ => null,
        };
        Assert.Equal(
            "kill review weekly_loss daily_loss daily_drawdown give_back operator fault halted pause pause cooldown unknown_order sanity "
                + "stop_distance size position_size trade_risk worst_case heat order_size drawdown_room floor margin leverage "
                + "trades_per_day losses_per_day entry_rate repeated_execution warming book data_age collar self_match price_limit "
                + "expiry news half_size",
            Codes(EntryControls.Of(Everything, Account(Everything), facts))
        );
        Assert.Empty(EntryControls.NotAsked(Everything, facts));
    }

    [Fact]
    public void A_named_limit_whose_facts_are_missing_is_refused_at_the_start_and_not_dropped()
    {
        var facts = Facts with { Conditions = new(Span.FromSeconds(1)) };
        Assert.Throws<ArgumentException>(() => EntryControls.Of(Everything, Account(Everything), facts));
        Assert.Throws<ArgumentException>(() => EntryControls.Of(Everything, Account(Everything), Facts with { Releases = [] }));
        Assert.Throws<ArgumentException>(() => EntryControls.Of(ProfileA with { MaxOrder = 11 }, Account(ProfileA), Facts));
        Assert.Equal(["book", "data_age", "spread", "expiry"], EntryControls.NotAsked(Everything, facts));
    }

    [Theory]
    [InlineData(HaltKind.Day)]
    [InlineData(HaltKind.Review)]
    [InlineData(HaltKind.ForGood)]
    public void A_halt_for_whatever_reason_stops_entries(HaltKind kind)
    {
        var (review, account) = NewReview(1000, new RiskLimits { Capital = Money.From(1000) });
        account.Stop(kind, "a reason nobody has thought of", 1);

        Assert.Equal(new EntryVerdict(0, "halted", 1, 0), review.Rule(Proposal()));
    }

    [Fact]
    public void A_review_allocates_nothing()
    {
        var limits = Everything with { Breakers = null, WidestBook = null, DataAge = null, PriceLimits = null, Margin = null };
        var (review, account) = NewReview(
            1000,
            limits with
            {
                Repeats = new RepeatRules { InWindow = 1 << 20, InDay = int.MaxValue },
            }
        );
        var wish = Proposal();

        Assert.Equal(
            0,
            Allocation.Least(() =>
            {
                for (var i = 0; i < 100; i++)
                {
                    wish.Now += Minute;
                    wish.HalfSize = i % 2 == 0;
                    if (review.Rule(wish).Lots > 0)
                    {
                        review.OnEntry(wish);
                    }
                }
            })
        );
        Assert.Equal(HaltKind.None, account.Halt);
    }

    private static readonly EntryFacts Facts = new() { Instrument = Mes, Reserve = Reserve };

    private static readonly RiskLimits Everything = ProfileA with
    {
        WeeklyLoss = new LossLimit(Money.From(100), 0),
        GiveBackFrom = Money.From(50),
        Heat = new LossLimit(Money.From(50), 0.05m),
        MaxOrder = 2,
        MaxPosition = 2,
        StopDistance = new StopRange(4, 80),
        Margin = new MarginRules { Intraday = Money.From(50) },
        Leverage = 40,
        TradesPerDay = 1000,
        LossesPerDay = 5,
        EntriesPerMinute = 10,
        Repeats = new RepeatRules(),
        Breakers = new() { Spread = new(2, 1, Span.FromSeconds(10)) },
        WidestBook = 2,
        DataAge = DataAge.Usual,
        Collar = new PriceCollar(40, 3),
        RefusesSelfMatch = true,
        PriceLimits = new PriceLimitDistance(),
        Expiry = new ExpiryRules(2, null),
        News = NewsRules.Usual,
    };

    private static string Codes(IReadOnlyList<EntryControl> controls) =>
        string.Join(' ', controls.Select(control => control.Code));

    private static decimal Parse(string amount) => decimal.Parse(amount, CultureInfo.InvariantCulture);

    private static (EntryReview Review, RiskAccount Account) NewReview(decimal equity, RiskLimits limits)
    {
        var account = Account(limits, equity - 1000);
        var facts = Facts with { Size = ProfileASizeTests.A, Releases = [] };
        return (new EntryReview(EntryControls.Of(limits, account, facts)), account);
    }
}
