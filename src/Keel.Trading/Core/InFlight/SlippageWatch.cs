namespace Keel.Trading.Core.InFlight;

/// <summary>Compares what fills lose on their way with what is set aside for it (Q10).</summary>
internal sealed class SlippageWatch
{
    private const int Fills = 20;
    private readonly long[] last = new long[Fills];
    private int next;
    private int count;
    private long sum;

    /// <summary>A fill lost so many ticks against a reserve of so many; true when it alone lost more than twice that, or the last twenty more than that on average.</summary>
    public bool Add(long slippage, long reserve)
    {
        sum += slippage - reserve - last[next];
        last[next] = slippage - reserve;
        next = (next + 1) % Fills;
        count = Math.Min(count + 1, Fills);
        return slippage > 2 * reserve || (count == Fills && sum > 0);
    }
}
