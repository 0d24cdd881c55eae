using Keel.Trading.Messages;
using Keel.Trading.Tests.Core.Chaos;

namespace Keel.Trading.Tests.Core;

public sealed class BadDayTests
{
    [Fact]
    public void The_bad_days_are_bad_enough_to_prove_something()
    {
        var (faults, trades, repeated, stale, asked, changed, halted) = (0L, 0L, 0L, 0L, 0L, 0L, 0);
        for (var seed = 1UL; seed <= 300; seed++)
        {
            var run = new ChaosRun(seed);
            run.Play(100);
            faults += run.Venue.Faults;
            repeated += run.Core.RepeatedFills;
            stale += run.Core.StaleReports;
            trades += run.Core.Account.State.TradesToday;
            halted += run.Core.StoppedAtGate > 0 ? 1 : 0;
            foreach (var commands in run.Outputs)
            {
                asked += commands.Count(command => command.Kind == CommandKind.Ask);
                changed += commands.Count(command => command.Kind == CommandKind.Change);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"300 days: {faults} faults, {trades} trades, {repeated} fills said again, {stale} stale statements, {asked} questions, {changed} changes, {halted} days with entries stopped"
        );
        Assert.True(
            faults > 1_500 && trades > 800 && repeated > 100 && stale > 100 && asked > 300 && changed > 150 && halted > 30,
            $"{faults} faults, {trades} trades, {repeated} repeated, {stale} stale, {asked} asked, {changed} changed, {halted} halted"
        );
    }
}
