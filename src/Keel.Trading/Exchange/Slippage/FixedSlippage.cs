using Keel.Domain;

namespace Keel.Trading.Exchange.Slippage;

/// <summary>Always the same.</summary>
internal sealed class FixedSlippage(int ticks) : SlippageRule
{
    public override long Ticks(Timestamp at) => ticks;
}
