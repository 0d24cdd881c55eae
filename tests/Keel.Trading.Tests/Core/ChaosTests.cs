using FsCheck;
using FsCheck.Fluent;
using Keel.Trading.Tests.Core.Chaos;

namespace Keel.Trading.Tests.Core;

public sealed class ChaosTests
{
    private static readonly Gen<(ulong Seed, int Seconds)> Days =
        from seed in Gen.Choose(0, int.MaxValue)
        from seconds in Gen.Choose(5, 120)
        select ((ulong)seed, seconds);

    [Fact]
    public void On_any_bad_day_the_invariants_hold_and_the_books_end_as_the_venues_own() =>
        Property.Holds(
            Days,
            day =>
            {
                var run = new ChaosRun(day.Seed);
                run.Play(day.Seconds);
                run.Heal();

                Assert.Equal(0, run.Core.FaultCount);
                Assert.Equal((0, 0), (run.Venue.Position, run.Venue.Working));
                Assert.All(run.Core.Seats, seat => Assert.Equal(0, seat.Position));
                Assert.Equal(run.Venue.Cash, run.Core.Account.State.Realised);
            }
        );

    [Fact]
    public void The_same_inputs_give_the_same_commands() =>
        Property.Holds(
            Days,
            day =>
            {
                var run = new ChaosRun(day.Seed);
                run.Play(day.Seconds);
                var again = run.NewCore();
                run.GiveAgain(again, from: 0);

                Assert.Equal(run.Core.Account.State, again.Account.State);
            }
        );

    [Fact]
    public void A_restart_at_any_event_gives_the_same_future() =>
        Property.Holds(
            from day in Days
            from share in Gen.Choose(0, 1000)
            select (day, share),
            value =>
            {
                var run = new ChaosRun(value.day.Seed);
                run.Play(value.day.Seconds);
                var cut = run.Inputs.Count * value.share / 1000;

                // What was sent before the restart was sent; only what comes after it leaves again.
                var restarted = run.NewCore();
                for (var i = 0; i < cut; i++)
                {
                    run.Inputs[i].GiveTo(restarted);
                }

                restarted.Commands.Clear();
                run.GiveAgain(restarted, cut);

                Assert.Equal(run.Core.Account.State, restarted.Account.State);
            }
        );
}
