using Keel.Domain;
using Keel.Trading.PropFirms;

namespace Keel.Trading.Tests.PropFirms;

/// <summary>The golden days of catalogue B3, to the cent.</summary>
public sealed class GoldenDaysTests
{
    // Days of a 50K Combine: intraday peak, close, the floor during the next day.
    private static readonly (string Day, decimal Peak, decimal Close, decimal Floor)[] Days =
    [
        ("2026-05-04", 50_800, 50_800, 48_800),
        ("2026-05-05", 50_900, 50_300, 48_800),
        ("2026-05-06", 52_900, 51_900, 49_900),
        ("2026-05-07", 52_400, 52_400, 50_000),
        ("2026-05-08", 60_000, 60_000, 50_000),
    ];

    [Fact]
    public void The_floor_of_a_Combine_rises_with_the_close_and_locks_at_the_start()
    {
        var account = new PropAccount(Firm.Combine);
        Assert.Equal(Firm.Dollars(48_000), account.Floor);

        foreach (var (day, peak, close, floor) in Days)
        {
            var before = account.Floor;
            Assert.Equal(PropVerdict.Free, account.Flat($"{day} 10:00", peak));
            Assert.Equal(PropVerdict.Free, account.Flat($"{day} 15:08", close));
            Assert.True(account.Floor >= before);

            // The day ends at 17:00; the first look after it finds the new floor.
            account.Flat($"{day} 17:00", close);
            Assert.Equal(Firm.Dollars(floor), account.Floor);
        }

        // Touching is enough, even if the day would have ended above.
        Assert.Equal(PropVerdict.NearFloor, account.Open("2026-05-11 10:00", 50_600, 50_000.01m));
        Assert.Equal(PropVerdict.Breached, account.Open("2026-05-11 10:01", 50_600, 50_000.00m));
        Assert.Equal(PropVerdict.Breached, account.Flat("2026-05-11 10:02", 50_600));
        Assert.Equal(Firm.At("2026-05-11 10:01"), account.State.BreachedAt);
        Assert.Equal("prop_breached", account.Review(Firm.Dollars(1)).Code);
    }

    [Fact]
    public void A_peak_inside_the_day_counts_where_the_firm_trails_by_equity()
    {
        var account = new PropAccount(Firm.Combine with { TrailBasis = TrailBasis.IntradayEquity });
        account.Flat("2026-05-04 10:00", 50_800);
        account.Flat("2026-05-05 10:00", 50_300);
        Assert.Equal(Firm.Dollars(48_800), account.Floor);

        account.Open("2026-05-06 10:00", 50_300, 52_900);
        Assert.Equal(Firm.Dollars(50_000), account.Floor);
    }

    [Fact]
    public void A_peak_that_was_not_realised_does_not_count_where_the_firm_trails_by_balance()
    {
        var account = new PropAccount(Firm.Combine with { TrailBasis = TrailBasis.IntradayBalance });

        account.Open("2026-05-06 10:00", 50_300, 51_900);
        Assert.Equal(Firm.Dollars(48_300), account.Floor);
        account.Flat("2026-05-06 10:01", 51_200);
        Assert.Equal(Firm.Dollars(49_200), account.Floor);
    }

    [Theory]
    [InlineData("1200", "-800")]
    [InlineData("2000", "0")]
    [InlineData("5000", "0")]
    public void An_Express_account_starts_at_zero_and_locks_there(string close, string floor)
    {
        var account = new PropAccount(Firm.Express);
        Assert.Equal(Firm.Dollars(-2_000), account.Floor);

        account.Flat("2026-05-04 15:00", decimal.Parse(close, System.Globalization.CultureInfo.InvariantCulture));
        account.Flat("2026-05-04 17:00", decimal.Parse(close, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(Firm.Dollars(decimal.Parse(floor, System.Globalization.CultureInfo.InvariantCulture)), account.Floor);
    }

    [Fact]
    public void After_the_first_payout_the_floor_is_zero_and_the_day_has_lost_nothing()
    {
        var account = new PropAccount(Firm.Express);
        account.Flat("2026-05-04 15:00", 1_500);
        account.Flat("2026-05-05 10:00", 1_500);
        account.PayOut(Firm.Dollars(700));

        Assert.Equal(PropVerdict.Free, account.Flat("2026-05-05 10:01", 800));
        Assert.Equal((Money.Zero, Money.Zero), (account.Floor, account.Today));
        Assert.Equal(PropVerdict.Breached, account.Flat("2026-05-05 10:02", 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => account.PayOut(Money.Zero));
    }

    [Fact]
    public void The_daily_loss_ends_the_day_and_breaks_nothing()
    {
        var account = new PropAccount(Firm.Combine);
        Assert.Equal(PropVerdict.Free, account.Open("2026-05-04 10:00", 49_380, 49_000.01m));
        Assert.Equal(PropVerdict.OutForToday, account.Open("2026-05-04 10:01", 49_380, 49_000.00m));

        // Out for the day also when the loss was only touched.
        Assert.Equal(PropVerdict.OutForToday, account.Flat("2026-05-04 10:02", 49_380));
        Assert.Equal(new PropReview("prop_daily_loss", 620, 1_000), account.Review(Firm.Dollars(15)));
        Assert.Equal(PropVerdict.OutForToday, account.Flat("2026-05-04 16:59:59", 49_380));
        Assert.Equal(PropVerdict.Free, account.Flat("2026-05-04 17:00:00", 49_380));
        Assert.Null(account.State.BreachedAt);
    }

    [Fact]
    public void A_trader_without_the_daily_loss_is_not_stopped_by_it()
    {
        var account = new PropAccount(Firm.Combine with { DailyLoss = null });

        Assert.Equal(PropVerdict.Free, account.Flat("2026-05-04 10:00", 48_900));
        Assert.True(account.Review(Firm.Dollars(500)).IsAllowed);
    }

    // In both halves of the year, and across both nights on which the clock changes.
    [Theory]
    [InlineData("2026-05-04", "2026-05-04")]
    [InlineData("2025-12-03", "2025-12-03")]
    [InlineData("2025-03-07", "2025-03-09")]
    [InlineData("2025-10-31", "2025-11-02")]
    public void A_loss_a_second_before_five_and_one_a_second_after_belong_to_two_days(string first, string second)
    {
        var account = new PropAccount(Firm.Combine);

        Assert.Equal(PropVerdict.Free, account.Flat($"{first} 16:59:59", 49_400));
        Assert.Equal(Firm.Dollars(-600), account.Today);
        Assert.Equal(PropVerdict.Free, account.Open($"{second} 17:00:01", 49_400, 48_800));
        Assert.Equal(Firm.Dollars(-600), account.Today);

        var other = new PropAccount(Firm.Combine);
        other.Flat($"{first} 16:59:58", 49_400);
        Assert.Equal(PropVerdict.OutForToday, other.Flat($"{first} 16:59:59", 48_900));
        Assert.Equal(PropVerdict.Free, other.Flat($"{second} 17:00:01", 48_900));
    }

    [Fact]
    public void Keel_leaves_before_the_firm_does()
    {
        var account = new PropAccount(Firm.Combine);

        // A tenth of 2,000 above the floor, more where the position may still lose more.
        Assert.Equal(Firm.Dollars(48_200), account.FlattenAt());
        Assert.Equal(Firm.Dollars(48_250), account.FlattenAt(Firm.Dollars(250)));
        var small = Firm.Combine with { Limit = Firm.Dollars(300), DailyLoss = null };
        Assert.Equal(Firm.Dollars(49_750), new PropAccount(small).FlattenAt());

        account = new PropAccount(Firm.Combine with { DailyLoss = null });
        Assert.Equal(PropVerdict.Free, account.Open("2026-05-04 10:00", 50_000, 48_200.01m));
        Assert.Equal(PropVerdict.NearFloor, account.Open("2026-05-04 10:01", 50_000, 48_200.00m));
        Assert.Equal(PropVerdict.NearFloor, account.Open("2026-05-04 10:02", 50_000, 48_240m, worst: 250));
    }

    // One day, three figures, three answers: the balance is far from everything, the equity still trades, the worst case does not fit.
    [Fact]
    public void Balance_equity_and_worst_equity_are_three_things()
    {
        var account = new PropAccount(Firm.Combine with { DailyLoss = null });
        account.Flat("2026-05-04 16:00", 51_500);
        var (balance, equity, reserved) = (50_000.00m, 49_720.00m, 310.00m);

        Assert.Equal(PropVerdict.Free, account.Open("2026-05-04 17:30", balance, equity));
        Assert.Equal(Firm.Dollars(49_500), account.Floor);
        Assert.Equal(Firm.Dollars(49_700), account.FlattenAt());

        // By its balance the account has 300 to the buffer, by its equity 20; the worst equity, 49,690, is beyond.
        Assert.Equal(new PropReview("prop_floor", 310, 300), account.Review(Firm.Dollars(reserved)));
        Assert.True(account.Review(Firm.Dollars(300)).IsAllowed);
        Assert.Equal(PropVerdict.NearFloor, account.Open("2026-05-04 17:31", balance, 49_700));
        Assert.Equal("prop_floor", account.Review(Firm.Dollars(1)).Code);

        // A firm that looks at the balance alone sees nothing of an open loss beyond the floor.
        var byBalance = new PropAccount(Firm.Combine with { BreachOn = PropMoney.Balance });
        Assert.Equal(PropVerdict.NearFloor, byBalance.Open("2026-05-04 10:00", 50_000, 47_000));
        Assert.Equal(PropVerdict.Breached, byBalance.Flat("2026-05-04 10:01", 48_000));
    }

    [Fact]
    public void A_firm_that_breaks_only_below_lets_touching_pass()
    {
        var account = new PropAccount(Firm.Combine with { BreachesByTouch = false });

        Assert.Equal(PropVerdict.NearFloor, account.Open("2026-05-04 10:00", 49_000, 48_000));
        Assert.Equal(PropVerdict.Breached, account.Open("2026-05-04 10:01", 49_000, 47_999.99m));
    }

    [Fact]
    public void Todays_loss_and_open_reserves_share_the_daily_loss()
    {
        var account = new PropAccount(Firm.Combine);
        account.Flat("2026-05-04 10:00", 49_100);

        Assert.True(account.Review(Firm.Dollars(100)).IsAllowed);
        Assert.Equal(new PropReview("prop_daily_loss", 100.01m, 100), account.Review(Firm.Dollars(100.01m)));

        // Gains do not enlarge it.
        account.Flat("2026-05-04 11:00", 50_900);
        Assert.Equal(new PropReview("prop_daily_loss", 1_000.01m, 1_000), account.Review(Firm.Dollars(1_000.01m)));
    }
}
