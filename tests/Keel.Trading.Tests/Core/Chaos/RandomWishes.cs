using Keel.Domain.Markets;
using Keel.Trading.Strategies;

namespace Keel.Trading.Tests.Core.Chaos;

/// <summary>A strategy without an idea: it wants something else every few bars.</summary>
internal sealed class RandomWishes(ulong seed) : Strategy
{
    private readonly Draws draws = new(seed);

    public override void OnBar(in Bar bar, StrategyDesk desk)
    {
        var wish = draws.Below(10);
        if (wish < 2)
        {
            desk.Long();
        }
        else if (wish < 4)
        {
            desk.Short();
        }
        else if (wish == 4)
        {
            desk.Flat();
        }
    }
}
