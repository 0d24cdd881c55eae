using FsCheck.Fluent;
using Keel.Domain;
using Keel.Trading.Journal.Accounts;
using Keel.Trading.Ledger;
using Keel.Trading.Risk;
using Keel.Trading.World;

namespace Keel.Trading.Tests.Recording;

public sealed class RiskLedgerTests
{
    private const int FirstDay = 20_000;

    private static readonly RiskLimits Limits = new()
    {
        Capital = Money.FromCents(100_000),
        PerTrade = new LossLimit(Money.FromCents(2_500), 0),
        DailyLoss = new LossLimit(Money.FromCents(5_000), 0.05m),
        AccountDrawdown = new LossLimit(Money.FromCents(20_000), 0),
        Streaks = [new StreakPause(3, Span.FromMinutes(15)), new StreakPause(5, Span.FromMinutes(30))],
        TradesPerDay = 20,
    };

    private readonly VirtualWorld world = new(Timestamp.Parse("2025-11-28T14:30:00Z"), 7);

    /// <summary>Crashes, deleted configurations and moved clocks between random trades; every budget is what it would have been, or less.</summary>
    [Fact]
    public void No_crash_configuration_or_clock_gives_a_budget_back()
    {
        var steps = Gen.Choose(-3_000, 3_000).Two().ListOf();
        Property.Holds(
            steps,
            150,
            list =>
            {
                var there = new VirtualWorld(Timestamp.Parse("2025-11-28T14:30:00Z"), 11);
                var (ledger, account) = Begin(there, Limits);
                var never = new RiskAccount(Limits, TradingNotices.None);
                never.BeginDay(FirstDay);
                foreach (var (cents, fate) in list)
                {
                    foreach (var one in new[] { account, never })
                    {
                        Trade(one, cents, fate, there.Now);
                    }

                    Assert.True(ledger.Keep(account.State, there.Now));
                    there.Advance(Span.FromSeconds(60));
                    if (fate % 3 == 0)
                    {
                        ledger.Dispose();
                        Crash(there, fate);
                        (ledger, account) = Begin(there, fate % 2 == 0 ? null : Limits with { DailyLoss = null });
                    }

                    IsNotLooser(account, never);
                }

                ledger.Dispose();
            }
        );
    }

    [Fact]
    public void Limits_are_tightened_at_once()
    {
        Begin(world, Limits).Ledger.Dispose();

        using var ledger = Open(world);
        var restored = ledger.Restore(Limits with { TradesPerDay = 5 }, FirstDay, world.Now);

        Assert.Equal(5, restored.Limits.TradesPerDay);
        Assert.Empty(restored.Remarks);
    }

    [Fact]
    public void A_looser_configuration_is_told_and_not_taken()
    {
        Begin(world, Limits).Ledger.Dispose();

        using var ledger = Open(world);
        var restored = ledger.Restore(Limits with { TradesPerDay = 50, DailyLoss = null }, FirstDay, world.Now);

        Assert.Equal((20, Limits.DailyLoss), (restored.Limits.TradesPerDay, restored.Limits.DailyLoss));
        Assert.Equal(2, restored.Remarks.Count);
    }

    [Fact]
    public void Looser_limits_hold_from_the_next_trading_day_on_and_only_when_asked_for_while_flat()
    {
        var wanted = Limits with { TradesPerDay = 50 };
        var (ledger, _) = Begin(world, Limits);
        Assert.NotNull(ledger.Loosen(wanted, "more room", isFlat: false, world.Now));
        Assert.NotNull(ledger.Loosen(wanted, " ", isFlat: true, world.Now));
        Assert.Null(ledger.Loosen(wanted, "more room", isFlat: true, world.Now));
        ledger.Dispose();

        using (var sameDay = Open(world))
        {
            Assert.Equal(20, sameDay.Restore(null, FirstDay, world.Now).Limits.TradesPerDay);
        }

        using var nextDay = Open(world);
        Assert.Equal(50, nextDay.Restore(wanted, FirstDay + 1, world.Now).Limits.TradesPerDay);
    }

    [Fact]
    public void A_restored_backup_counts_as_spent_until_a_person_accepts()
    {
        var (ledger, account) = Begin(world, Limits);
        var backup = world.Disk.Content("account/ledger");
        Trade(account, -1_000, 0, world.Now);
        ledger.Keep(account.State, world.Now);
        ledger.Dispose();
        world.Disk.Put("account/ledger", backup);

        using var again = Open(world);
        var restored = again.Restore(Limits, FirstDay, world.Now);
        Assert.Equal((HaltKind.Review, RiskLedger.Contradicted), (restored.State!.Value.Halt, restored.State.Value.HaltReason));
        Assert.NotNull(again.Loosen(Limits, "hm", isFlat: true, world.Now));

        again.Accept(world.Now, "compared with the venue");
        Assert.Equal(HaltKind.None, again.Restore(Limits, FirstDay, world.Now).State!.Value.Halt);
    }

    [Fact]
    public void An_account_that_went_back_a_day_is_not_kept()
    {
        var (ledger, account) = Begin(world, Limits);
        Trade(account, -1_000, 0, world.Now);
        ledger.Keep(account.State, world.Now);

        account.BeginDay(FirstDay - 1);
        account.BeginDay(FirstDay);
        Assert.Equal(Money.FromCents(-1_000).Units, account.State.RealisedToday);
        Assert.False(ledger.Keep(account.State with { Day = FirstDay - 1 }, world.Now));
        ledger.Dispose();

        using var again = Open(world);
        Assert.Equal(Money.FromCents(-1_000).Units, again.Restore(null, FirstDay - 1, world.Now).State!.Value.RealisedToday);
    }

    private static (RiskLedger Ledger, RiskAccount Account) Begin(VirtualWorld there, RiskLimits? configured)
    {
        var ledger = Open(there);
        var restored = ledger.Restore(configured, FirstDay, there.Now);
        var account = new RiskAccount(restored.Limits, TradingNotices.None, restored.State);
        if (restored.State is null)
        {
            account.BeginDay(FirstDay);
            ledger.Keep(account.State, there.Now);
        }

        return (ledger, account);
    }

    private static RiskLedger Open(VirtualWorld there) =>
        RiskLedger.Open(there.Files, "account/ledger", "elsewhere/witness", "account 1", there.Now);

    private static void Trade(RiskAccount account, int cents, int fate, Timestamp at)
    {
        var open = Money.FromCents(Math.Abs(fate)).Units;
        account.CountEntry();
        account.Mark(fate % 5 == 0 ? open : 0, at.UnixNanoseconds);
        account.Book(Money.FromCents(cents).Units, 0, at.UnixNanoseconds);
        account.Mark(0, at.UnixNanoseconds);
    }

    private static void Crash(VirtualWorld there, int fate)
    {
        if (fate % 2 == 0)
        {
            there.CutPower();
        }
        else
        {
            there.KillProcess();
        }

        there.SetClock(there.Now - Span.FromHours(fate % 50));
    }

    private static void IsNotLooser(RiskAccount account, RiskAccount never)
    {
        var (state, whole) = (account.State, never.State);
        Assert.Equal(whole.RealisedToday, state.RealisedToday);
        Assert.Equal(
            (whole.EntriesToday, whole.Streak, whole.TradesToday),
            (state.EntriesToday, state.Streak, state.TradesToday)
        );
        Assert.Equal(never.DailyLimit, account.DailyLimit);
        Assert.True(state.EverHigh >= whole.EverHigh, "the highest equity is never forgotten");
        Assert.True(state.DayHigh >= whole.DayHigh, "the day's highest equity is never forgotten");
        Assert.True(state.Halt >= whole.Halt, "a halt stays");
        Assert.True(state.PauseUntil == whole.PauseUntil || state.Halt != whole.Halt, "a pause stays");
    }
}
