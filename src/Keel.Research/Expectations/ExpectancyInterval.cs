using Keel.Trading.Ledger;

namespace Keel.Research.Expectations;

/// <summary>What a trade brings on average, with the interval in which the true mean lies at this level of confidence.</summary>
/// <param name="Mean">Mean of the trades.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
/// <param name="Level">Confidence as a fraction, such as 0.95.</param>
/// <param name="Trades">How many trades it rests on.</param>
/// <param name="MeanBlock">Mean block length of the bootstrap; 1 where trades were taken as independent.</param>
public sealed record ExpectancyInterval(double Mean, double Low, double High, double Level, int Trades, double MeanBlock)
{
    /// <summary>Whether a value lies inside, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>Net per trade in whole currency, in the order of the exits.</summary>
    public static double[] NetOf(IReadOnlyList<ClosedTrade> trades)
    {
        var nets = new double[trades.Count];
        for (var i = 0; i < nets.Length; i++)
        {
            nets[i] = (double)trades[i].Net.Amount;
        }

        return nets;
    }

    /// <summary>The t-interval, for trades that are independent of one another; null with fewer than two.</summary>
    public static ExpectancyInterval? OfIndependent(ReadOnlySpan<double> nets, double level = 0.95)
    {
        CheckLevel(level);
        var n = nets.Length;
        if (n < 2)
        {
            return null;
        }

        var mean = MeanOf(nets);
        var squares = 0.0;
        foreach (var net in nets)
        {
            squares += (net - mean) * (net - mean);
        }

        var reach = StudentT.ExceededWith((1 - level) / 2, n - 1) * Math.Sqrt(squares / (n - 1) / n);
        return new ExpectancyInterval(mean, mean - reach, mean + reach, level, n, MeanBlock: 1);
    }

    /// <summary>Percentiles of the stationary bootstrap, for trades that may depend on their neighbours; null with fewer than two.</summary>
    /// <param name="nets">Net of each trade, in order.</param>
    /// <param name="level">Confidence as a fraction.</param>
    /// <param name="resamples">How many resamples.</param>
    /// <param name="seed">Starts the generator: the same seed gives the same interval.</param>
    /// <param name="meanBlock">Mean block length; null takes the one that suits the trades' autocorrelation.</param>
    public static ExpectancyInterval? OfBlocks(
        ReadOnlySpan<double> nets,
        double level = 0.95,
        int resamples = 1000,
        ulong seed = 1,
        double? meanBlock = null
    )
    {
        CheckLevel(level);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resamples);
        if (nets.Length < 2)
        {
            return null;
        }

        var block = meanBlock ?? BlockLength.Of(nets);
        var means = StationaryBootstrap.Means(nets, block, resamples, seed);
        var tail = (1 - level) / 2;
        return new ExpectancyInterval(MeanOf(nets), Quantile(means, tail), Quantile(means, 1 - tail), level, nets.Length, block);
    }

    private static double MeanOf(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>Linear between the order statistics (type 7 of Hyndman and Fan).</summary>
    private static double Quantile(double[] sorted, double share)
    {
        var position = share * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }

    private static void CheckLevel(double level)
    {
        if (level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "a level of confidence lies between 0 and 1");
        }
    }
}
