using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Research.Reference;

/// <summary>Bars of the reference data as six columns of whole numbers, the form in which a plain loop reads them fastest; prices in ticks.</summary>
public sealed class ReferenceSeries
{
    private readonly int[] seconds;
    private readonly int[] opens;
    private readonly int[] highs;
    private readonly int[] lows;
    private readonly int[] closes;
    private readonly int[] volumes;

    private ReferenceSeries(int count)
    {
        seconds = new int[count];
        opens = new int[count];
        highs = new int[count];
        lows = new int[count];
        closes = new int[count];
        volumes = new int[count];
    }

    /// <summary>How many bars there are.</summary>
    public int Count => seconds.Length;

    /// <summary>Opening times, in seconds since 1970, UTC.</summary>
    public ReadOnlySpan<int> Seconds => seconds;

    /// <summary>First prices.</summary>
    public ReadOnlySpan<int> Opens => opens;

    /// <summary>Highest prices.</summary>
    public ReadOnlySpan<int> Highs => highs;

    /// <summary>Lowest prices.</summary>
    public ReadOnlySpan<int> Lows => lows;

    /// <summary>Last prices.</summary>
    public ReadOnlySpan<int> Closes => closes;

    /// <summary>Lots traded.</summary>
    public ReadOnlySpan<int> Volumes => volumes;

    /// <summary>The first bars that a seed gives.</summary>
    public static ReferenceSeries Generate(ulong seed, int count)
    {
        using var reader = new ReferenceReader(seed, count);
        return From(reader, count);
    }

    /// <summary>The first bars of a reader; throws when it has fewer.</summary>
    public static ReferenceSeries From(BarReader reader, int count)
    {
        var series = new ReferenceSeries(count);
        var i = 0;
        while (i < count && reader.Read(out var bars))
        {
            foreach (ref readonly var bar in bars[..Math.Min(bars.Length, count - i)])
            {
                series.Put(i++, in bar);
            }
        }

        return i == count ? series : throw new ArgumentException($"the reader has {i} bars, not {count}", nameof(reader));
    }

    /// <summary>The same bars as the platform holds them.</summary>
    public BarSeries ToBars()
    {
        var bars = new BarSeries();
        for (var i = 0; i < Count; i++)
        {
            bars.Add(new Bar(seconds[i] * Timestamp.NanosecondsPerSecond, opens[i], highs[i], lows[i], closes[i], volumes[i]));
        }

        return bars;
    }

    private void Put(int i, in Bar bar)
    {
        seconds[i] = (int)(bar.OpenTime.UnixNanoseconds / Timestamp.NanosecondsPerSecond);
        opens[i] = (int)bar.Open.InTicks;
        highs[i] = (int)bar.High.InTicks;
        lows[i] = (int)bar.Low.InTicks;
        closes[i] = (int)bar.Close.InTicks;
        volumes[i] = (int)bar.Volume.Lots;
    }
}
