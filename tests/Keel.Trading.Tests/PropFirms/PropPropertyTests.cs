using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Keel.Domain;
using Keel.Trading.PropFirms;

namespace Keel.Trading.Tests.PropFirms;

public sealed class PropPropertyTests
{
    private static readonly Gen<(int Minutes, int Realised, int Open)> Step =
        from minutes in Gen.Choose(1, 900)
        from realised in Gen.Choose(-30_000, 32_000)
        from open in Gen.Choose(-40_000, 40_000)
        select (minutes, realised, open);

    private static readonly Gen<(PropRules Rules, (int Minutes, int Realised, int Open)[] Steps)> Life =
        from account in Gen.Elements(PropFirmTable.Default.Accounts.ToArray())
        from basis in Gen.Elements(Enum.GetValues<TrailBasis>())
        from locks in Gen.Elements(true, false)
        from steps in Gen.ArrayOf(Step, 60)
        let rules = Firm.Find(account)
        select (rules with { TrailBasis = basis, LockAt = locks ? rules.LockAt : null }, steps);

    [Fact]
    public void The_floor_never_falls_and_a_lost_account_stays_lost() =>
        Property.Holds(
            Life,
            1_000,
            life =>
            {
                var account = new PropAccount(life.Rules);
                var (floor, verdict) = (account.Floor, PropVerdict.Free);
                foreach (var (at, balance, equity) in Looks(life.Rules, life.Steps))
                {
                    var next = account.Observe(at, balance, equity);

                    Assert.True(account.Floor >= floor);
                    Assert.True(life.Rules.LockAt is not { } locked || account.Floor <= locked);
                    Assert.True(verdict != PropVerdict.Breached || next == PropVerdict.Breached);
                    Assert.True(equity > account.Floor || next == PropVerdict.Breached);
                    Assert.True(next != PropVerdict.Free || equity > account.FlattenAt());
                    Assert.InRange(account.MostContracts(1), 0, life.Rules.Lots);
                    (floor, verdict) = (account.Floor, next);
                }
            }
        );

    [Fact]
    public void A_restart_at_any_moment_gives_the_same_future() =>
        Property.Holds(
            Life,
            200,
            life =>
            {
                var (account, restarted) = (new PropAccount(life.Rules), new PropAccount(life.Rules));
                foreach (var (at, balance, equity) in Looks(life.Rules, life.Steps))
                {
                    var kept = JsonSerializer.Serialize(restarted.State);
                    restarted = new PropAccount(life.Rules, JsonSerializer.Deserialize<PropState>(kept));

                    Assert.Equal(account.Observe(at, balance, equity), restarted.Observe(at, balance, equity));
                    Assert.Equal(account.State, restarted.State);
                    Assert.Equal(account.Review(Money.From(100)), restarted.Review(Money.From(100)));
                }
            }
        );

    // The rule's own words: the highest close of a day so far, each day counted anew from all that was seen.
    [Fact]
    public void Counting_all_days_anew_gives_the_same_floor() =>
        Property.Holds(
            Life.Where(life => life.Rules.TrailBasis == TrailBasis.EndOfDayBalance),
            300,
            life =>
            {
                var account = new PropAccount(life.Rules);
                var seen = new List<(NodaTime.LocalDate Day, Money Balance)>();
                foreach (var (at, balance, equity) in Looks(life.Rules, life.Steps))
                {
                    account.Observe(at, balance, equity);
                    var ahead = at.ToInstant().InZone(life.Rules.Zone).LocalDateTime.PlusHours(7);
                    var high = seen.Where(look => look.Day < ahead.Date)
                        .GroupBy(look => look.Day)
                        .Select(day => day.Last().Balance)
                        .Append(life.Rules.Start)
                        .Max();
                    var floor = high - life.Rules.Limit;

                    Assert.Equal(life.Rules.LockAt is { } locked && locked < floor ? locked : floor, account.Floor);
                    seen.Add((ahead.Date, balance));
                }
            }
        );

    [Fact]
    public void Looking_at_an_account_allocates_nothing()
    {
        var account = new PropAccount(Firm.Combine);
        var (at, balance, equity) = (Firm.At("2026-05-04 10:00"), Firm.Dollars(50_000), Firm.Dollars(49_990));

        Assert.Equal(
            0,
            Allocation.Least(() =>
            {
                for (var look = 0; look < 10_000; look++)
                {
                    account.Observe(at, balance, equity);
                }
            })
        );
    }

    private static IEnumerable<(Timestamp At, Money Balance, Money Equity)> Looks(
        PropRules rules,
        (int Minutes, int Realised, int Open)[] steps
    )
    {
        var (at, balance) = (Firm.At("2026-02-25 09:00"), rules.Start);
        foreach (var (minutes, realised, open) in steps)
        {
            at += Span.FromMinutes(minutes);
            balance += Money.FromCents(realised);
            yield return (at, balance, balance + Money.FromCents(open));
        }
    }
}
