using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Trading.Exchange.Slippage;

/// <summary>Half the last quoted spread: the way from the middle, where bars and trades are taken to be, to the side that is paid.</summary>
internal sealed class SpreadSlippage(int unquoted) : SlippageRule
{
    private long ticks = unquoted;

    public override void Watch(in Quote quote) => ticks = (quote.Spread.Count + 1) / 2;

    public override long Ticks(Timestamp at) => ticks;
}
