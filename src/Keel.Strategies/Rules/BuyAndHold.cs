using Keel.Domain.Markets;
using Keel.Trading.Strategies;

namespace Keel.Strategies.Rules;

/// <summary>Long whenever it may be: what the market itself gave under the same stops, hours and costs.</summary>
[Strategy("buy-and-hold", "Long whenever it may be.")]
public sealed class BuyAndHold : Strategy
{
    /// <inheritdoc />
    public override void OnBar(in Bar bar, StrategyDesk desk)
    {
        if (desk.IsFlat)
        {
            desk.Long();
        }
    }
}
