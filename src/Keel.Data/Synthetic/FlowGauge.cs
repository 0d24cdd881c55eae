namespace Keel.Data.Synthetic;

/// <summary>The signals of the planted edges, measured each minute from trades that anybody could see.</summary>
public struct FlowGauge
{
    /// <summary>A minute with fewer trades on either side tells nothing.</summary>
    public const int LeastTrades = 10;

    /// <summary>What divides the size imbalance, so that it has a standard deviation of about 1 in regular hours.</summary>
    public const double ImbalanceScale = 0.25;

    /// <summary>How many times its average a minute's volume must be to be heavy.</summary>
    public const double HeavyVolume = 1.15;

    /// <summary>How many minutes the interaction looks back.</summary>
    public const int InteractionMinutes = 10;

    private const double AverageWeight = 1.0 / 20;
    private const double LargestSignal = 3;

    private double averageVolume;
    private int lastClose;
    private int heavyUp;
    private int known;

    /// <summary>
    /// How much larger the lots of buyers were than those of sellers in the last minute: (b − s) / (b + s) of the mean lots
    /// of a trade, over <see cref="ImbalanceScale"/>, cut at ±3; 0 after a minute with few trades.
    /// </summary>
    public double Imbalance { get; private set; }

    /// <summary>
    /// Of the last ten minutes, those whose move and volume agree (up and heavy, down and light) less those that do not, over
    /// the root of ten. Minutes that closed where the one before did count for nothing.
    /// </summary>
    public double Interaction { get; private set; }

    /// <summary>Takes in a whole minute: trades and lots of either side, and the last price, in ticks.</summary>
    public void EndMinute(int buys, long boughtLots, int sells, long soldLots, int close)
    {
        Imbalance = 0;
        if (buys >= LeastTrades && sells >= LeastTrades)
        {
            var bought = (double)boughtLots / buys;
            var sold = (double)soldLots / sells;
            Imbalance = Math.Clamp((bought - sold) / (bought + sold) / ImbalanceScale, -LargestSignal, LargestSignal);
        }

        if (buys + sells == 0)
        {
            return;
        }

        var volume = (double)(boughtLots + soldLots);
        var heavy = volume > HeavyVolume * averageVolume;
        var moved = lastClose != 0 && averageVolume > 0 && close != lastClose;
        var agrees = close > lastClose == heavy;
        Push(moved, agrees);
        averageVolume = averageVolume > 0 ? averageVolume + ((volume - averageVolume) * AverageWeight) : volume;
        lastClose = close;
    }

    private void Push(bool moved, bool agrees)
    {
        const int Window = (1 << InteractionMinutes) - 1;
        known = ((known << 1) | (moved ? 1 : 0)) & Window;
        heavyUp = ((heavyUp << 1) | (moved && agrees ? 1 : 0)) & Window;
        var all = System.Numerics.BitOperations.PopCount((uint)known);
        var agreeing = System.Numerics.BitOperations.PopCount((uint)heavyUp);
        Interaction = ((2 * agreeing) - all) / Math.Sqrt(InteractionMinutes);
    }
}
