using FsCheck;
using FsCheck.Fluent;
using Keel.Domain;
using Keel.Trading.Risk;
using static Keel.Trading.Tests.Risk.Entry;

namespace Keel.Trading.Tests.Risk;

/// <summary>A new account that goes on from another's state has the same future, wherever the first one stopped.</summary>
public sealed class RestartTests
{
    private enum Kind
    {
        Mark,
        Book,
        Day,
        Session,
        Entry,
        Resume,
        Hold,
        Stop,
    }

    private sealed record Happening(Kind Kind, int Cents, int Minutes);

    private static readonly RiskLimits Limits = ProfileA with
    {
        WeeklyLoss = new LossLimit(Money.From(150), 0),
        GiveBackFrom = Money.From(50),
    };

    [Fact]
    public void No_restart_refills_a_budget_or_forgets_a_halt()
    {
        var happenings =
            from kind in Gen.Frequency(
                (6, Gen.Constant(Kind.Mark)),
                (6, Gen.Constant(Kind.Book)),
                (2, Gen.Constant(Kind.Day)),
                (2, Gen.Constant(Kind.Session)),
                (2, Gen.Constant(Kind.Entry)),
                (1, Gen.Constant(Kind.Resume)),
                (1, Gen.Constant(Kind.Hold)),
                (1, Gen.Constant(Kind.Stop))
            )
            from cents in Gen.Choose(-4_000, 3_000)
            from minutes in Gen.Choose(0, 20)
            select new Happening(kind, cents, minutes);
        var runs = from list in happenings.ListOf(40) from at in Gen.Choose(0, 40) select (List: list.ToArray(), At: at);
        var config = Config.QuickThrowOnFailure.WithReplay(20_251_128, 8_675_309).WithMaxTest(3_000);
        Check.One(config, Prop.ForAll(runs.ToArbitrary(), run => HasTheSameFuture(run.List, run.At)));
    }

    private static void HasTheSameFuture(Happening[] happenings, int stops)
    {
        var (told, toldAgain) = (new Told(), new Told());
        var account = new RiskAccount(Limits, told);
        var again = account;
        var now = 0L;
        account.BeginDay(20_000);
        for (var i = 0; i < happenings.Length; i++)
        {
            if (i == stops)
            {
                told.Events.Clear();
                again = new RiskAccount(Limits, toldAgain, account.State);

                // What is open comes from the venue's books, with the first mark.
                Assert.Equal(account.Mark(0, now), again.Mark(0, now));
            }

            now += happenings[i].Minutes * Minute;
            var goesOn = Apply(account, happenings[i], now);
            if (i >= stops)
            {
                Assert.Equal(goesOn, Apply(again, happenings[i], now));
            }
        }

        Assert.Equal(account.State, again.State);
        Assert.Equal((account.Equity, account.DailyLimit, account.LostToday), (again.Equity, again.DailyLimit, again.LostToday));
        if (stops < happenings.Length)
        {
            Assert.Equal(told.Events, toldAgain.Events);
        }
    }

    private static bool Apply(RiskAccount account, Happening happened, long now)
    {
        switch (happened.Kind)
        {
            case Kind.Mark:
                return account.Mark(Units(happened.Cents / 100m), now);
            case Kind.Book:
                account.Book(Units(happened.Cents / 200m), 0, now);
                return account.Mark(0, now);
            case Kind.Day:
                account.BeginDay(account.State.Day + 1 + (happened.Minutes % 3));
                return true;
            case Kind.Session:
                account.BeginSession(now);
                return true;
            case Kind.Entry:
                account.CountEntry();
                return true;
            case Kind.Resume:
                return account.Resume(now);
            case Kind.Hold:
                account.Hold(Reasons.EntryRate, now, now + Minute, 11, 10);
                return true;
            default:
                account.Stop(happened.Cents > 2_900 ? HaltKind.Review : HaltKind.Day, Reasons.Operator, now);
                return true;
        }
    }
}
