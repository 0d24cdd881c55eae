using Keel.Domain;
using Keel.Trading.Ledger;
using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;
using static Keel.Trading.Tests.Risk.Entry;

namespace Keel.Trading.Tests.Risk;

/// <summary>What the limits of R10 mean, to the cent: profile A on $1,000.</summary>
public sealed class RiskAccountTests
{
    [Theory]
    [InlineData(-49.99, null)]
    [InlineData(-50.00, "daily_loss halt-day 50/50")]
    [InlineData(-50.01, "daily_loss halt-day 50.01/50")]
    public void A_day_ends_at_exactly_its_loss(double equity, string? told) => Judge(ProfileA, 0, [(decimal)equity], told);

    [Theory]
    [InlineData(-59.99, null)]
    [InlineData(-60.00, "daily_loss halt-day 60/60")]
    public void Five_per_cent_of_the_days_start_hold_where_they_are_more(double equity, string? told) =>
        Judge(ProfileA, 200, [(decimal)equity], told);

    [Theory]
    [InlineData(40, -34.99, null)]
    [InlineData(40, -35.00, "daily_drawdown halt-day 75/75")]
    [InlineData(25.00, -50.00, "daily_loss halt-day 50/50")]
    [InlineData(24.99, -49.99, null)]
    public void A_day_gives_back_at_most_seventy_five(double high, double equity, string? told) =>
        Judge(ProfileA, 0, [(decimal)high, (decimal)equity], told);

    [Theory]
    [InlineData(-199.99, null)]
    [InlineData(-200.00, "review halt-review 200/200")]
    public void Two_hundred_below_the_highest_equity_a_person_must_look(double equity, string? told) =>
        Judge(ProfileA with { DailyLoss = null, DailyDrawdown = null }, 0, [(decimal)equity], told);

    [Theory]
    [InlineData(50, -149.99, null)]
    [InlineData(50, -150.00, "review halt-review 200/200")]
    public void The_highest_equity_ever_may_be_of_the_same_day(double high, double equity, string? told) =>
        Judge(ProfileA with { DailyLoss = null, DailyDrawdown = null }, 0, [(decimal)high, (decimal)equity], told);

    [Theory]
    [InlineData(-299.99, null)]
    [InlineData(-300.00, "kill halt-for-good 300/300")]
    public void At_seven_hundred_it_is_over(double equity, string? told) =>
        Judge(ProfileA with { DailyLoss = null, DailyDrawdown = null, AccountDrawdown = null }, 0, [(decimal)equity], told);

    [Theory]
    [InlineData(49.99, 0, null)]
    [InlineData(50.00, 25.01, null)]
    [InlineData(50.00, 25.00, "give_back halt-day 25/25")]
    [InlineData(80.01, 40.01, null)]
    [InlineData(80.01, 40.00, "give_back halt-day 40.01/40.005")]
    public void Half_of_a_won_day_is_kept(double high, double equity, string? told) =>
        Judge(ProfileA with { DailyDrawdown = null, GiveBackFrom = Money.From(50) }, 0, [(decimal)high, (decimal)equity], told);

    [Fact]
    public void A_limit_that_is_not_named_does_not_exist() =>
        Judge(new RiskLimits { Capital = Money.From(1000) }, 0, [500, -5_000], null);

    [Fact]
    public void One_fall_through_everything_kills()
    {
        var told = new Told();
        var account = Account(ProfileA, 0, told);

        Assert.False(account.Mark(Units(-300), 7));
        Assert.Equal(["kill halt-for-good 300/300"], told.Events.Select(Text));
        Assert.False(account.Resume(8));
        account.BeginDay(20_001);
        account.BeginSession(9);
        account.Stop(HaltKind.Review, Reasons.Operator, 10);
        Assert.Equal((HaltKind.ForGood, Reasons.Kill), (account.Halt, account.State.HaltReason));
    }

    [Fact]
    public void A_stronger_halt_takes_the_place_of_a_weaker_one()
    {
        var told = new Told();
        var account = Account(ProfileA, 0, told);
        account.Mark(Units(-50), 1);
        account.Mark(Units(-200), 2);
        account.Mark(Units(-300), 3);

        Assert.Equal(["daily_loss", "review", "kill"], told.Events.Select(happened => happened.Code));
    }

    [Fact]
    public void A_halted_day_is_lifted_by_the_first_session_of_the_next()
    {
        var account = Account(ProfileA);
        account.Mark(Units(-50), 1);
        account.Book(Units(-50), 0, 1);
        account.BeginSession(2);
        Assert.Equal(HaltKind.Day, account.Halt);
        account.BeginDay(20_001);
        Assert.Equal(HaltKind.Day, account.Halt);
        account.BeginSession(3);

        Assert.Equal((HaltKind.None, null), (account.Halt, account.State.HaltReason));
        Assert.True(account.Mark(0, 4));
        Assert.Equal(Units(950), account.State.DayStart);
    }

    [Fact]
    public void A_review_is_lifted_by_a_person_alone()
    {
        var limits = ProfileA with { DailyLoss = null, DailyDrawdown = null };
        var account = Account(limits);
        account.Book(Units(-200), 0, 1);
        account.Mark(0, 1);
        account.BeginDay(20_001);
        account.BeginSession(2);
        Assert.Equal(HaltKind.Review, account.Halt);

        Assert.True(account.Resume(3));
        Assert.Equal(HaltKind.None, account.Halt);
        Assert.True(account.Mark(Units(-99.99m), 4));
        Assert.False(account.Mark(Units(-100), 5));
        Assert.Equal(HaltKind.ForGood, account.Halt);
    }

    [Fact]
    public void Who_resumes_on_the_same_day_finds_the_day_lost()
    {
        var account = Account(ProfileA);
        account.Mark(Units(-200), 1);

        Assert.True(account.Resume(2));
        Assert.Equal((HaltKind.Day, Reasons.DailyLoss), (account.Halt, account.State.HaltReason));
        Assert.False(account.Resume(3));
    }

    [Fact]
    public void A_resume_does_not_refill_a_budget_that_it_is_not_about()
    {
        var limits = ProfileA with { DailyLoss = null, DailyDrawdown = null, WeeklyLoss = new LossLimit(Money.From(100), 0) };
        var account = Account(limits);
        account.Mark(Units(-100), 1);
        Assert.Equal(Reasons.WeeklyLoss, account.State.HaltReason);
        account.Resume(2);
        Assert.Equal(Units(1000), account.State.EverHigh);

        account.Mark(Units(-199.99m), 3);
        Assert.Equal(HaltKind.None, account.Halt);
        account.Mark(Units(-200), 4);
        Assert.Equal((HaltKind.Review, Reasons.Review), (account.Halt, account.State.HaltReason));
    }

    [Fact]
    public void The_week_begins_on_Monday_wherever_Sunday_evening_lies()
    {
        var limits = new RiskLimits { Capital = Money.From(1000), WeeklyLoss = new LossLimit(Money.From(100), 0) };
        var account = new RiskAccount(limits, TradingNotices.None);
        const int Friday = 20_245; // 2025-06-06
        account.BeginDay(Friday - 1);
        account.Book(Units(-60), 0, 0);
        account.BeginDay(Friday);
        Assert.Equal(Units(1000), account.State.WeekStart);
        Assert.True(account.Mark(Units(-39.99m), 0));
        account.Book(Units(-39.99m), 0, 0);

        // Sunday evening belongs to Monday's trading day.
        account.BeginDay(Friday + 3);
        Assert.Equal(Units(900.01m), account.State.WeekStart);
        Assert.True(account.Mark(Units(-99.99m), 0));
        Assert.False(account.Mark(Units(-100), 0));
        Assert.Equal((HaltKind.Review, Reasons.WeeklyLoss), (account.Halt, account.State.HaltReason));
    }

    [Fact]
    public void Five_small_losses_pause_fifteen_and_thirty_minutes_to_the_second()
    {
        var account = Account(ProfileA);
        var pause = new PauseControl(account);
        var exits = new[] { "09:40:00", "09:41:00", "09:42:00", "10:00:00", "10:05:00" };
        string[] until = ["-", "-", "09:57:00", "-", "10:35:00"];
        for (var i = 0; i < exits.Length; i++)
        {
            var exit = At($"2025-06-03 {exits[i]}");
            account.Book(Units(-3), 0, exit);
            if (until[i] != "-")
            {
                var end = At($"2025-06-03 {until[i]}");
                Assert.Equal(end, account.State.PauseUntil);
                Assert.Equal("0 pause 0/0", Says(pause, Proposal(now: end)));
            }

            var after = until[i] == "-" ? exit + 1 : At($"2025-06-03 {until[i]}") + 1;
            Assert.Equal("ok", Says(pause, Proposal(now: after)));
        }

        Assert.Equal(HaltKind.None, account.Halt);
    }

    [Theory]
    [InlineData("--- ", "pause 15")]
    [InlineData("----", "")]
    [InlineData("-----", "pause 30")]
    [InlineData("------", "pause 30")]
    [InlineData("--+-", "")]
    [InlineData("--0-", "")]
    [InlineData("--+---", "pause 15")]
    [InlineData("----d-", "")]
    [InlineData("--d---", "pause 15")]
    public void A_streak_is_ended_by_any_trade_without_loss_and_by_a_new_day(string trades, string last)
    {
        var told = new Told();
        var account = Account(ProfileA, 0, told);
        var (day, at) = (20_000, 0L);
        foreach (var trade in trades.Trim())
        {
            told.Events.Clear();
            at += Second;
            if (trade == 'd')
            {
                account.BeginDay(++day);
                continue;
            }

            account.Book(
                trade == '-' ? -Units(0.01m)
                    : trade == '+' ? Units(0.01m)
                    : 0,
                0,
                at
            );
        }

        var paused = told.Events.Select(happened => $"pause {(happened.Until!.Value.UnixNanoseconds - at) / Minute}");
        Assert.Equal(last, string.Join(' ', paused));
    }

    [Fact]
    public void A_day_after_the_clocks_moved_is_a_day_like_any_other()
    {
        // In the night to 2025-03-09 New York's clocks went forward: Friday's and Monday's sessions are days 20,154 and 20,157.
        var account = new RiskAccount(ProfileA, TradingNotices.None);
        account.BeginDay(20_154);
        for (var i = 0; i < 5; i++)
        {
            account.Book(Units(-9.99m), 0, At("2025-03-07 16:50"));
        }

        Assert.Equal(At("2025-03-07 17:20"), account.State.PauseUntil);
        account.BeginDay(20_157);
        Assert.False(account.IsPausedAt(At("2025-03-09 18:00")));
        Assert.Equal((Units(950.05m), 0, 0L), (account.State.DayStart, account.State.Streak, account.LostToday));
    }

    [Fact]
    public void A_changed_profile_does_not_change_the_capital_of_an_account_that_lives()
    {
        var account = Account(ProfileA);
        account.Book(Units(-100), 0, 0);
        var again = new RiskAccount(ProfileA with { Capital = Money.From(5000) }, TradingNotices.None, account.State);

        Assert.Equal(Units(900), again.Equity);
        Assert.False(again.Mark(Units(-200), 1));
        Assert.Equal(Reasons.Kill, again.State.HaltReason);
    }

    [Fact]
    public void A_hold_lasts_at_most_to_the_end_of_the_day_and_is_never_shortened()
    {
        var told = new Told();
        var account = Account(ProfileA, 0, told);
        account.Hold("one", 1, 100, 7, 6);
        account.Hold("two", 2, 100, 7, 6);
        account.Hold("three", 3, long.MaxValue, 7, 6);
        Assert.Equal(["one pause 7/6", "three pause 7/6"], told.Events.Select(Text));
        Assert.Equal([new Timestamp(100), null], told.Events.Select(happened => happened.Until));
        Assert.True(account.IsOnHoldAt(long.MaxValue - 1));
        account.BeginDay(20_001);

        Assert.False(account.IsOnHoldAt(4));
        Assert.Null(account.State.HoldReason);
    }

    private static string Text(RiskEvent happened) =>
        FormattableString.Invariant($"{happened.Code} {happened.What} {happened.Need:0.###}/{happened.Bound:0.###}");

    private static void Judge(RiskLimits limits, decimal earlier, decimal[] openNets, string? told)
    {
        var heard = new Told();
        var account = Account(limits, earlier, heard);
        var goesOn = true;
        foreach (var open in openNets)
        {
            goesOn = account.Mark(Units(open), 1);
        }

        Assert.Equal(told is null, goesOn);
        Assert.Equal(told is null ? [] : [told], heard.Events.Select(Text));
    }
}
