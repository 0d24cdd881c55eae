using FsCheck.Fluent;
using Keel.Domain;
using Keel.Trading.Risk;
using Keel.Trading.Setup;
using Keel.Trading.Tests.Core.Chaos;

namespace Keel.Trading.Tests.Core;

/// <summary>With the worst case reserved before each entry and gaps beyond the stop bounded, the venue's own account never falls below the floor.</summary>
public sealed class FloorTests
{
    private const int Gap = 20;
    private static readonly Money Floor = Money.FromCents(70_000);

    private static readonly ChaosRules Day = new()
    {
        Repeated = 200,
        Rejected = 30,
        Refused = 100,
        Partial = 500,
        Slow = 200,
        Taken = 10,
        Jumps = 300,
        Gap = Gap,
        ReduceOnly = true,
    };

    [Fact]
    public void Equity_never_falls_below_the_floor()
    {
        var (trades, nearest) = (0L, long.MaxValue);
        Property.Holds(
            from seed in Gen.Choose(0, int.MaxValue)
            from seconds in Gen.Choose(20, 200)
            from cents in Gen.Choose(72_000, 100_000)
            select (seed, seconds, cents),
            day =>
            {
                var capital = Money.FromCents(day.cents);
                var setup = ChaosDesk.Setup with
                {
                    Limits = new RiskLimits { Capital = capital },
                    Reserve = new Reserve(0, 2, Gap),
                    Controls = account => [new FloorOfTest(account)],
                };
                var run = new ChaosRun((ulong)day.seed, Day, setup, onlySeat: true);
                run.Play(day.seconds);
                run.Heal();

                Assert.True(capital.Units + run.LowestWorth >= Floor.Units, $"{capital} fell by {new Money(-run.LowestWorth)}");
                Assert.Equal(run.Venue.Cash, run.Core.Account.State.Realised);
                trades += run.Core.Account.State.TradesToday;
                nearest = Math.Min(nearest, capital.Units + run.LowestWorth - Floor.Units);
            }
        );

        // The floor is worth something only where it was nearly reached.
        Assert.True(trades > Property.Cases / 2, $"only {trades} trades");
        Assert.True(nearest < Money.FromCents(2_000).Units, $"nobody came nearer than {new Money(nearest)}");
    }

    /// <summary>Condition C4: what is left after every worst case, and a gap beyond every stop, is not below the floor.</summary>
    private sealed class FloorOfTest(RiskAccount account) : EntryControl(Reasons.Floor)
    {
        public override Ruling Review(EntryProposal proposal)
        {
            var gap = Gap * proposal.TickValue;
            var room = account.Balance - proposal.OpenReserve - (proposal.OpenLots * gap) - Floor.Units;
            return Ruling.AtMost((int)Math.Max(0, room / (proposal.WorstOfOne + gap)), 0, 0);
        }
    }
}
