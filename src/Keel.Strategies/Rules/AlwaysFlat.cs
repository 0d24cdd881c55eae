using Keel.Domain.Markets;
using Keel.Trading.Strategies;

namespace Keel.Strategies.Rules;

/// <summary>Never enters: shows what a run costs that does nothing, and how a page without trades looks.</summary>
[Strategy("always-flat", "Never enters.")]
public sealed class AlwaysFlat : Strategy
{
    /// <inheritdoc />
    public override void OnBar(in Bar bar, StrategyDesk desk) { }
}
