using Keel.Domain;
using Keel.Domain.Sessions;

namespace Keel.Trading.Exchange.Slippage;

/// <summary>One figure in regular hours, another at any other time.</summary>
internal sealed class SessionSlippage(ITradingHours hours, int regular, int extended) : SlippageRule
{
    private readonly SessionCursor cursor = new(hours);

    public override long Ticks(Timestamp at) => cursor.MoveTo(at.UnixNanoseconds) == DayPart.Rth ? regular : extended;
}
