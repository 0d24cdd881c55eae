namespace Keel.Trading.Ledger;

/// <summary>Who listens to what the core has to tell. Each method is called once for each fact, in order.</summary>
public abstract class TradingNotices
{
    /// <summary>Nobody listens.</summary>
    public static TradingNotices None { get; } = new Silence();

    /// <summary>A trade has closed.</summary>
    public virtual void OnTrade(in ClosedTrade trade) { }

    /// <summary>A strategy wanted to enter, and risk has ruled.</summary>
    public virtual void OnSignal(in SignalRecord signal) { }

    /// <summary>Risk did something of its own.</summary>
    public virtual void OnRisk(in RiskEvent happened) { }

    /// <summary>A trading day has ended.</summary>
    public virtual void OnDay(in DayResult day) { }

    /// <summary>A trading day has ended for a seat that has a budget of its own.</summary>
    public virtual void OnSeatDay(in DayResult day) { }

    private sealed class Silence : TradingNotices;
}
