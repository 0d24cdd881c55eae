using Keel.Trading.Ledger;

namespace Keel.Research.Backtests;

/// <summary>Keeps what a run tells: trades and days, signals up to a number, what risk did.</summary>
internal sealed class RunLog(int signalsKept) : TradeLog
{
    /// <summary>The first signals.</summary>
    public List<SignalRecord> Signals { get; } = [];

    /// <summary>What risk did of its own.</summary>
    public List<RiskEvent> RiskEvents { get; } = [];

    /// <summary>How many bars the strategy had been shown when each trade closed, the bar of the exit included.</summary>
    public List<long> ExitBars { get; } = [];

    /// <summary>Tells how many bars the strategy has been shown.</summary>
    public Func<long> ShownBars { get; set; } = () => 0;

    /// <inheritdoc />
    public override void OnTrade(in ClosedTrade trade)
    {
        base.OnTrade(in trade);
        ExitBars.Add(ShownBars() + 1);
    }

    /// <inheritdoc />
    public override void OnSignal(in SignalRecord signal)
    {
        if (Signals.Count < signalsKept)
        {
            Signals.Add(signal);
        }
    }

    /// <inheritdoc />
    public override void OnRisk(in RiskEvent happened) => RiskEvents.Add(happened);
}
