using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;
using static Keel.Trading.Tests.Risk.Entry;

namespace Keel.Trading.Tests.Risk;

public sealed class RateControlTests
{
    private const long Start = 1_000_000 * Second;

    [Theory]
    [InlineData(39, "ok")]
    [InlineData(40, "0 trades_per_day 41/40")]
    [InlineData(41, "0 trades_per_day 42/40")]
    public void A_day_has_forty_entries(int entries, string said)
    {
        var account = Account(ProfileA);
        for (var i = 0; i < entries; i++)
        {
            account.CountEntry();
        }

        Assert.Equal(said, Says(new TradesPerDayControl(40, account), Proposal()));
        account.BeginDay(20_001);
        Assert.Equal("ok", Says(new TradesPerDayControl(40, account), Proposal()));
    }

    [Theory]
    [InlineData(1, "ok")]
    [InlineData(2, "0 losses_per_day 2/2")]
    [InlineData(3, "0 losses_per_day 3/2")]
    public void A_day_ends_with_its_second_loss(int losses, string said)
    {
        var account = Account(ProfileA);
        for (var i = 0; i < losses; i++)
        {
            account.Book(-1, 0, 0);
            account.Book(0, 0, 0);
        }

        Assert.Equal(said, Says(new LossesPerDayControl(2, account), Proposal()));
    }

    [Fact]
    public void Ten_entries_a_minute_and_not_eleven()
    {
        var account = Account(ProfileA);
        var control = new EntryRateControl(10, account);
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("ok", Enter(control, Start + (i * Second)));
        }

        // The first left the minute exactly sixty seconds after it came.
        Assert.Equal("ok", Says(control, Proposal(now: Start + Minute)));
        Assert.Equal("0 entry_rate 11/10", Says(control, Proposal(now: Start + Minute - 1)));
        Assert.True(account.IsOnHoldAt(Start + Minute - 1 + Minute));
        Assert.False(account.IsOnHoldAt(Start + Minute + Minute));
    }

    [Fact]
    public void The_third_storm_of_a_day_ends_it()
    {
        var account = Account(ProfileA);
        var control = new EntryRateControl(1, account);
        for (var storm = 0; storm < 3; storm++)
        {
            var now = Start + (storm * 10 * Minute);
            Assert.False(account.IsOnHoldAt(now));
            Enter(control, now);
            Enter(control, now + 1);
        }

        Assert.True(account.IsOnHoldAt(Start + (1000 * Minute)));
        Assert.Equal("0 entry_rate 0/0", Says(new HoldControl(account), Proposal(now: Start + (1000 * Minute))));
        account.BeginDay(20_001);
        Assert.Equal("ok", Says(new HoldControl(account), Proposal(now: Start + (1000 * Minute))));
    }

    [Fact]
    public void The_seventh_entry_in_ten_minutes_is_one_too_many()
    {
        var account = Account(ProfileA);
        var control = new RepeatedExecutionControl(new RepeatRules(), account);
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal("ok", Enter(control, Start + (i * Minute)));
        }

        Assert.Equal("ok", Says(control, Proposal(now: Start + (10 * Minute))));
        Assert.Equal("0 repeated_execution 7/6", Says(control, Proposal(now: Start + (10 * Minute) - 1)));
        Assert.Equal("0 repeated_execution 1799/0", Says(new HoldControl(account), Proposal(now: Start + (10 * Minute))));
        Assert.True(account.IsOnHoldAt(Start + (40 * Minute) - 1));
        Assert.False(account.IsOnHoldAt(Start + (40 * Minute)));
    }

    [Theory]
    [InlineData(39, "ok")]
    [InlineData(40, "0 repeated_execution 41/40")]
    public void The_forty_first_entry_of_a_day_is_one_too_many(int entries, string said)
    {
        var account = Account(ProfileA);
        for (var i = 0; i < entries; i++)
        {
            account.CountEntry();
        }

        Assert.Equal(said, Says(new RepeatedExecutionControl(new RepeatRules(), account), Proposal()));
    }

    // A ping-pong market: out, and back in at once and nearly there.
    [Theory]
    [InlineData(5, 60, "0 repeated_execution 4/3")]
    [InlineData(-5, 60, "0 repeated_execution 4/3")]
    [InlineData(6, 60, "ok")]
    [InlineData(5, 61, "ok")]
    public void The_fourth_return_to_the_last_exit_is_one_too_many(long away, int later, string said)
    {
        var control = new RepeatedExecutionControl(new RepeatRules(), Account(ProfileA));
        for (var i = 0; i < 3; i++)
        {
            Enter(control, Start + (i * 2 * Minute) + (later * Second), Start + (i * 2 * Minute), 27_600 + away);
        }

        var proposal = Proposal(now: Start + (6 * Minute) + (60 * Second));
        (proposal.LastExitAt, proposal.LastExitPrice) = (Start + (6 * Minute), 27_600);
        Assert.Equal(said, Says(control, proposal));
        proposal.LastExitPrice = 27_606;
        Assert.Equal("ok", Says(control, proposal));
    }

    [Fact]
    public void The_second_loop_of_a_day_ends_it()
    {
        var account = Account(ProfileA);
        var control = new RepeatedExecutionControl(new RepeatRules { InWindow = 1 }, account);
        Enter(control, Start);
        Enter(control, Start + Second);
        Assert.False(account.IsOnHoldAt(Start + (31 * Minute)));
        Enter(control, Start + (31 * Minute));
        Enter(control, Start + (31 * Minute) + Second);

        Assert.True(account.IsOnHoldAt(Start + (1000 * Minute)));
    }

    // Releases at 1,000 and 2,000 s; the window runs from 2 minutes before to 3 minutes after, both ends included.
    [Theory]
    [InlineData(0, "ok")]
    [InlineData(879_999_999_999, "ok")]
    [InlineData(880_000_000_000, "0 news 120/120")]
    [InlineData(1_000_000_000_000, "0 news 0/120")]
    [InlineData(1_180_000_000_000, "0 news -180/-180")]
    [InlineData(1_180_000_000_001, "ok")]
    [InlineData(1_879_999_999_999, "ok")]
    [InlineData(1_880_000_000_000, "0 news 120/120")]
    [InlineData(2_180_000_000_001, "ok")]
    [InlineData(9_000_000_000_000, "ok")]
    public void Nothing_is_entered_around_a_release(long now, string said)
    {
        var control = new NewsControl(NewsRules.Usual, [2_000 * Second, 1_000 * Second]);

        Assert.Equal(said, Says(control, Proposal(now: now)));
    }

    private static string Enter(EntryControl control, long now, long exitAt = long.MinValue, long price = 27_600)
    {
        var proposal = Proposal(now: now, price: price);
        (proposal.LastExitAt, proposal.LastExitPrice) = (exitAt, 27_600);
        var said = Says(control, proposal);
        if (said == "ok")
        {
            control.OnEntry(proposal);
        }

        return said;
    }
}
