using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Trading.Exchange.Slippage;

/// <summary>The largest of several figures.</summary>
internal sealed class LargestSlippage : SlippageRule
{
    private readonly SlippageRule[] rules;

    public LargestSlippage(IReadOnlyList<SlippageRule> rules)
    {
        this.rules = [.. rules];
        foreach (var rule in this.rules)
        {
            Watches |= rule.Watches;
        }
    }

    public override bool Watches { get; }

    public override void Watch(in Bar bar)
    {
        foreach (var rule in rules)
        {
            rule.Watch(in bar);
        }
    }

    public override void Watch(in Quote quote)
    {
        foreach (var rule in rules)
        {
            rule.Watch(in quote);
        }
    }

    public override long Ticks(Timestamp at)
    {
        long ticks = 0;
        foreach (var rule in rules)
        {
            ticks = Math.Max(ticks, rule.Ticks(at));
        }

        return ticks;
    }
}
