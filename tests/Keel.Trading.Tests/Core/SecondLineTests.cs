using System.Runtime.CompilerServices;
using Keel.Domain;
using Keel.Domain.Sessions;
using Keel.Trading.Core;
using Keel.Trading.Core.InFlight;
using Keel.Trading.Days;
using Keel.Trading.Messages;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Strategies;
using NodaTime;

namespace Keel.Trading.Tests.Core;

/// <summary>Safety that stands behind other safety: what it does is seen only where the first line has not done it yet.</summary>
public sealed class SecondLineTests
{
    [Fact]
    public void A_stop_that_was_put_back_does_not_get_the_time_of_the_first_once_more()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Fill(1, 1, 20_000);
        var naked = desk.Now;
        desk.Wait(1);
        desk.Say(ReportKind.Cancelled, 2);
        desk.Accept(3);

        Assert.Contains("Submit Stop 4: -1", desk.Sent());
        Assert.Equal(Span.FromSeconds(2).Nanoseconds, desk.Core.NextWake - naked);
    }

    [Fact]
    public void First_a_position_that_has_waited_too_long_for_its_stop_is_seen()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Fill(1, 1, 20_000);
        UnprotectedSince(desk.Seat) = desk.Now - Span.FromSeconds(2).Nanoseconds - 1;

        desk.Core.Invariants.Check();

        Assert.StartsWith("invariant 1:", desk.Core.LastFault);
        Assert.True(desk.Seat.IsClosing);
    }

    [Fact]
    public void While_a_position_is_being_closed_its_stop_is_for_what_is_left_of_it()
    {
        var desk = new HandDesk(lots: 2).Held(2);
        desk.Bar(20_000, WishKind.Flat);
        Assert.Equal("Cancel Target 3; Submit Exit 4: -2", desk.Sent());

        desk.Fill(4, 1, 20_000);

        Assert.Equal("Change Stop 2: -1 @ 19992", desk.Sent());
    }

    [Fact]
    public void A_position_whose_open_loss_reaches_the_days_limit_is_closed_at_once()
    {
        var desk = new HandDesk(InvariantTests.WithDailyLoss(100)).Held();
        desk.Bar(19_921);
        Assert.Equal("", desk.Sent());

        desk.Bar(19_920);

        Assert.Equal("Cancel Target 3; Submit Exit 4: -1", desk.Sent());
        Assert.Equal((HaltKind.Day, 0), (desk.Core.Account.Halt, desk.Core.FaultCount));
    }

    [Fact]
    public void A_fill_that_comes_while_trading_is_stopped_gets_no_stop_and_no_target_but_an_exit()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Sent();
        desk.Core.Account.Stop(HaltKind.Review, Reasons.Operator, desk.Now);

        desk.Fill(1, 1, 20_000);

        Assert.Equal("Submit Exit 2: -1", desk.Sent());
    }

    [Fact]
    public void A_halted_day_ends_when_the_profiles_own_hours_begin_and_not_with_its_date()
    {
        var rules = new DayRules { Flat = new LocalTime(15, 50), Hours = TradedHours.Regular };
        var desk = new HandDesk(HandDesk.Setup with { Plans = DayPlans.ByClock(ClockHours.NewYork, rules) });
        desk.Core.Account.Stop(HaltKind.Day, Reasons.DailyLoss, desk.Now);

        desk.Core.Step(Timestamp.Parse("2026-03-05T14:29:59.999999999Z"));
        Assert.Equal(HaltKind.Day, desk.Core.Account.Halt);
        desk.Core.Step(Timestamp.Parse("2026-03-05T14:30:00Z"));
        Assert.Equal(HaltKind.None, desk.Core.Account.Halt);
    }

    [Fact]
    public void The_last_instant_of_a_pause_of_entries_belongs_to_it()
    {
        var desk = new HandDesk();
        for (var id = 1; id <= 3; id++)
        {
            desk.Bar(20_000, WishKind.Long);
            desk.Say(ReportKind.Rejected, id);
        }

        desk.Sent();
        desk.Wait(299);
        desk.Bar(20_000, WishKind.Long);
        Assert.Equal("", desk.Sent());
        desk.Bar(20_000, WishKind.Long);
        Assert.Equal("Submit Entry 4: 1", desk.Sent());
    }

    [Fact]
    public void Third_more_lots_over_all_strategies_than_are_allowed_are_seen_when_an_entry_has_left()
    {
        var setup = HandDesk.Setup with { InFlight = new InFlightRules { MostLots = 1 } };
        var desk = new HandDesk(setup, seats: 2).Held();
        var other = ((Seat)desk.Core.Seats[1]).Entry;
        (other.Lots, other.Side, other.State) = (1, Side.Long, OrderState.Working);

        desk.Core.CheckAcceptance();

        Assert.StartsWith("invariant 3:", desk.Core.LastFault);
    }

    [Fact]
    public void At_the_flat_time_the_position_leaves_at_the_market_and_nobody_had_to_be_caught()
    {
        var desk = new HandDesk().Held();
        var flat = Timestamp.Parse("2026-03-04T20:50:00Z");

        desk.Core.Step(new Timestamp(flat.UnixNanoseconds - 1));
        Assert.Equal("", desk.Sent());
        desk.Core.Step(flat);

        Assert.Equal("Cancel Target 3; Submit Exit 4: -1", desk.Sent());
        Assert.Equal(0, desk.Core.FaultCount);
    }

    [Fact]
    public void A_passive_exit_that_has_not_filled_gives_way_to_one_at_the_market()
    {
        var rules = new DayRules
        {
            Flat = new LocalTime(15, 50),
            Hours = TradedHours.All,
            Ladder =
            [
                new LadderStep(Span.FromMinutes(5), DayPhase.ExitPassive),
                new LadderStep(Span.FromMinutes(3), DayPhase.ExitMarket),
            ],
        };
        var desk = new HandDesk(HandDesk.Setup with { Plans = DayPlans.ByClock(ClockHours.NewYork, rules) }).Held();

        desk.Core.Step(Timestamp.Parse("2026-03-04T20:45:00Z"));
        Assert.Equal("Cancel Target 3; Submit Exit 4: -1 @ 20000", desk.Sent());
        desk.Accept(4);
        desk.Say(ReportKind.Cancelled, 3);
        desk.Core.Step(Timestamp.Parse("2026-03-04T20:47:00Z"));
        Assert.Equal("Cancel Exit 4", desk.Sent());
        desk.Say(ReportKind.Cancelled, 4);
        Assert.Equal("Submit Exit 5: -1", desk.Sent());
        Assert.Equal(0, desk.Core.FaultCount);
    }

    [Fact]
    public void A_fill_that_comes_after_the_flat_time_gets_no_stop_and_no_target_but_an_exit()
    {
        var desk = new HandDesk();
        desk.Bar(20_000, WishKind.Long);
        desk.Sent();
        desk.Core.MoveExitClock(Timestamp.Parse("2026-03-04T20:50:00Z"));

        desk.Fill(1, 1, 20_000);

        Assert.Equal("Submit Exit 2: -1", desk.Sent());
    }

    [Theory]
    [InlineData("2026-03-04T20:29:58Z", "Submit Entry 1: 1")]
    [InlineData("2026-03-04T20:29:59Z", "")]
    public void Nothing_is_entered_from_the_end_of_entries_on(string barBegins, string sent)
    {
        var desk = new HandDesk();
        desk.Wait((Timestamp.Parse(barBegins).UnixNanoseconds - desk.Now) / 1e9);
        desk.Bar(20_000, WishKind.Long);
        Assert.Equal(sent, desk.Sent());
    }

    [Theory]
    [InlineData("2026-03-04T21:43:59Z", "Submit Entry 1: 1")] // the day's break begins at 22:00
    [InlineData("2026-03-04T21:44:59Z", "")]
    [InlineData("2026-03-04T23:00:58Z", "")] // and ends at 23:00
    [InlineData("2026-03-04T23:00:59Z", "Submit Entry 1: 1")]
    public void Nothing_is_entered_just_before_a_break_and_just_after_it(string barBegins, string sent)
    {
        var rules = new DayRules { Hours = TradedHours.All, Overnight = true };
        var desk = new HandDesk(HandDesk.Setup with { Plans = DayPlans.On(TradingCalendar.EquityIndex, rules) });
        desk.Wait((Timestamp.Parse(barBegins).UnixNanoseconds - desk.Now) / 1e9);
        desk.Bar(20_000, WishKind.Long);
        Assert.Equal(sent, desk.Sent());
    }

    [Theory]
    [InlineData("2026-03-04T20:48:59Z", "Submit Entry 1: 1")]
    [InlineData("2026-03-04T20:49:00Z", "")]
    public void Nothing_is_entered_once_leaving_has_begun_for_those_who_see_a_minute_ahead(string barBegins, string sent)
    {
        var rules = new DayRules { Flat = new LocalTime(15, 50), Hours = TradedHours.All };
        var plans = DayPlans.ByClock(ClockHours.NewYork, rules);
        var desk = new HandDesk(HandDesk.Setup with { Plans = plans, Foresight = Span.FromMinutes(1) });
        desk.Wait((Timestamp.Parse(barBegins).UnixNanoseconds - desk.Now) / 1e9);
        desk.Bar(20_000, WishKind.Long);
        Assert.Equal((sent, 0), (desk.Sent(), desk.Core.FaultCount));
    }

    [Fact]
    public void Third_lots_that_the_venue_has_filled_and_no_strategy_holds_are_seen()
    {
        var desk = new HandDesk().Held();
        LotsHeld(desk.Core).Add(Side.Long, 1);

        desk.Core.Invariants.CheckPosition();

        Assert.StartsWith("invariant 3:", desk.Core.LastFault);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "unprotectedSince")]
    private static extern ref long UnprotectedSince(Seat seat);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "lotsHeld")]
    private static extern ref PositionBook LotsHeld(TradingCore core);
}
