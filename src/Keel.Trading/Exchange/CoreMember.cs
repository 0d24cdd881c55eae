using Keel.Trading.Core;
using Keel.Trading.Messages;

namespace Keel.Trading.Exchange;

/// <summary>The core as a member of the exchange.</summary>
internal sealed class CoreMember(TradingCore core) : IExchangeMember
{
    /// <inheritdoc />
    public CommandBuffer Commands => core.Commands;

    /// <inheritdoc />
    public long Now => core.Now;

    /// <inheritdoc />
    public int Day => core.Day;

    /// <inheritdoc />
    public long BarLength => core.BarLength;

    /// <inheritdoc />
    public void Hear(in VenueReport report) => core.Step(in report);
}
