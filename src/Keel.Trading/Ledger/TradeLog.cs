namespace Keel.Trading.Ledger;

/// <summary>Keeps trades and days in memory. Room that was reserved is used again after <see cref="Clear"/>, so that a run allocates nothing.</summary>
public class TradeLog(int room = 1024) : TradingNotices
{
    private ClosedTrade[] trades = new ClosedTrade[room];
    private int count;

    /// <summary>The trades in the order of their exits.</summary>
    public ReadOnlySpan<ClosedTrade> Trades => trades.AsSpan(0, count);

    /// <summary>The days in order.</summary>
    public List<DayResult> Days { get; } = new(512);

    /// <summary>Forgets everything and keeps the room.</summary>
    public virtual void Clear()
    {
        count = 0;
        Days.Clear();
    }

    /// <inheritdoc />
    public override void OnTrade(in ClosedTrade trade)
    {
        if (count == trades.Length)
        {
            Array.Resize(ref trades, Math.Max(16, count * 2));
        }

        trades[count++] = trade;
    }

    /// <inheritdoc />
    public override void OnDay(in DayResult day) => Days.Add(day);
}
