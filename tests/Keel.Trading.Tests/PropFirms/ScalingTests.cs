using Keel.Domain.Facts;
using Keel.Domain.Instruments;
using Keel.Trading.PropFirms;
using NodaTime;

namespace Keel.Trading.Tests.PropFirms;

public sealed class ScalingTests
{
    // Contracts of MES on the day after; a profile equal to a bound stays on the lower level.
    [Theory]
    [InlineData("topstep-50k-express", "1499.99", 20)]
    [InlineData("topstep-50k-express", "1500.00", 20)]
    [InlineData("topstep-50k-express", "1500.01", 30)]
    [InlineData("topstep-50k-express", "2000.00", 30)]
    [InlineData("topstep-50k-express", "2000.01", 50)]
    [InlineData("topstep-100k-express", "0", 30)]
    [InlineData("topstep-100k-express", "3000.00", 50)]
    [InlineData("topstep-100k-express", "3000.01", 100)]
    [InlineData("topstep-150k-express", "1500.01", 40)]
    [InlineData("topstep-150k-express", "4500.01", 150)]
    [InlineData("topstep-50k-combine", "49000", 50)]
    [InlineData("topstep-100k-combine", "100000", 100)]
    [InlineData("topstep-150k-combine", "150000", 150)]
    public void A_days_close_earns_the_next_days_level(string name, string close, int contracts)
    {
        var rules = Firm.Find(name);
        var account = new PropAccount(rules);
        var before = account.MostContracts(10);
        var balance = decimal.Parse(close, System.Globalization.CultureInfo.InvariantCulture);

        account.Flat("2026-05-04 12:00", balance);
        Assert.Equal(before, account.MostContracts(10));

        account.Flat("2026-05-04 17:00", balance);
        Assert.Equal(contracts, account.MostContracts(10));
    }

    [Fact]
    public void An_unknown_level_is_the_lowest() =>
        Assert.Equal(
            2,
            new PropAccount(Firm.Express, PropState.Joined(Firm.Express, Firm.Dollars(4_000), Firm.Dollars(4_000))).MostContracts(
                1
            )
        );

    [Theory]
    [InlineData("MES", 10)]
    [InlineData("ES", 1)]
    [InlineData("MCL", 10)]
    public void Contracts_count_by_their_ratio(string symbol, int perLot) =>
        Assert.Equal(perLot, Firm.Express.ContractsPerLot(InstrumentTable.Find(symbol)));

    [Fact]
    public void Some_small_contracts_count_otherwise() =>
        Assert.Equal((5, 1, 1), (Firm.Express.PerLot["SIL"], Firm.Express.PerLot["MBT"], Firm.Express.PerLot["MET"]));

    [Fact]
    public void The_best_days_share_of_all_profit()
    {
        var account = new PropAccount(Firm.Combine with { BestDayCap = Firm.Dollars(450) });
        account.Flat("2026-05-04 10:00", 49_900);
        Assert.Null(account.BestDayShare);

        account.Flat("2026-05-04 16:00", 50_600);
        account.Flat("2026-05-05 16:00", 51_000);
        Assert.Equal(0.6m, account.BestDayShare);
        Assert.Equal(PropVerdict.Free, account.Flat("2026-05-05 16:01", 51_049.99m));
        Assert.Equal(PropVerdict.DayWon, account.Flat("2026-05-05 16:02", 51_050m));
        Assert.Equal(new PropReview("prop_best_day", 450, 450), account.Review(Firm.Dollars(1)));
        Assert.Equal(0.40m, Firm.Combine.Consistency);
    }

    [Fact]
    public void The_facts_tell_where_they_come_from()
    {
        Assert.Equal(6, PropFirmTable.Default.Accounts.Count);
        foreach (var account in PropFirmTable.Default.Accounts)
        {
            var rules = Firm.Find(account);

            Assert.Equal(new LocalDate(2026, 5, 1), rules.ReadOn);
            Assert.Contains("consistency", rules.Unverified);
            Assert.Equal(rules.Scaling is not null, rules.Unverified.Contains("scaling"));
            Assert.Equal("topstepx", rules.FlatBy!.Name);
            Assert.True(rules.IsDailyLossOptional);
        }
    }

    [Theory]
    [InlineData("topstep-50k-combine", 50_000, 2_000, 1_000, 5)]
    [InlineData("topstep-100k-combine", 100_000, 3_000, 2_000, 10)]
    [InlineData("topstep-150k-combine", 150_000, 4_500, 3_000, 15)]
    [InlineData("topstep-50k-express", 0, 2_000, 1_000, 5)]
    [InlineData("topstep-100k-express", 0, 3_000, 2_000, 10)]
    [InlineData("topstep-150k-express", 0, 4_500, 3_000, 15)]
    public void The_limits_of_each_account(string name, int start, int limit, int dailyLoss, int lots)
    {
        var rules = Firm.Find(name);

        Assert.Equal(
            (Firm.Dollars(start), Firm.Dollars(limit), Firm.Dollars(dailyLoss)),
            (rules.Start, rules.Limit, rules.DailyLoss)
        );
        Assert.Equal((lots, rules.Start), (rules.Lots, rules.LockAt));
    }

    [Fact]
    public void An_account_that_is_not_known_is_answered_with_those_that_are()
    {
        var unknown = Assert.Throws<KeyNotFoundException>(() => Firm.Find("topstep-50k"));

        Assert.Contains("topstep-50k-combine", unknown.Message, StringComparison.Ordinal);
        Assert.False(PropFirmTable.Default.TryFind("topstep-50k-combine", new LocalDate(2018, 12, 31), out _));
    }

    [Theory]
    [InlineData("p,1500,3\np,,2")]
    [InlineData("p,,2\np,1500,3\np,1500,4")]
    [InlineData("p,,2\np,,3")]
    [InlineData("p,,3\np,1500,2")]
    public void A_plan_that_does_not_rise_is_refused_with_its_line(string rows)
    {
        var scaling = FactTable.Parse("scaling.csv", "plan,above,lots\n" + rows);
        var none = FactTable.Parse("none.csv", "firm,symbol,per_lot");

        var refused = Assert.Throws<FactException>(() => PropFirmTable.Read(none, scaling, none));
        Assert.StartsWith("scaling.csv:", refused.Message, StringComparison.Ordinal);
    }
}
