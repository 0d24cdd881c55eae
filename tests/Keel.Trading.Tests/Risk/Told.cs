using Keel.Trading.Ledger;

namespace Keel.Trading.Tests.Risk;

/// <summary>Keeps what risk did of its own.</summary>
internal sealed class Told : TradingNotices
{
    public List<RiskEvent> Events { get; } = [];

    public override void OnRisk(in RiskEvent happened) => Events.Add(happened);
}
