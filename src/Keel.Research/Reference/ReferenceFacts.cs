using Keel.Data.TimeSeries;
using Keel.Domain;

namespace Keel.Research.Reference;

/// <summary>What is known of a series, to tell whether two programs hold the same data; times in nanoseconds, prices in ticks.</summary>
public sealed record ReferenceFacts
{
    /// <summary>How many bars.</summary>
    public required long Bars { get; init; }

    /// <summary>How many days of UTC have bars.</summary>
    public required int Sessions { get; init; }

    /// <summary>Opening time of the first bar.</summary>
    public required long First { get; init; }

    /// <summary>Opening time of the last bar.</summary>
    public required long Last { get; init; }

    /// <summary>The last price.</summary>
    public required long LastClose { get; init; }

    /// <summary>The highest price.</summary>
    public required long Highest { get; init; }

    /// <summary>The lowest price.</summary>
    public required long Lowest { get; init; }

    /// <summary>Lots traded in all.</summary>
    public required long Volume { get; init; }

    /// <summary>FNV-1a over time, open, high, low, close and volume of every bar.</summary>
    public required ulong Checksum { get; init; }

    /// <summary>Reads all bars.</summary>
    public static ReferenceFacts Of(BarReader reader)
    {
        const long day = ReferenceSessions.SecondsPerDay * Timestamp.NanosecondsPerSecond;
        var (count, sessions, first, last, lastClose) = (0L, 0, 0L, 0L, 0L);
        var (highest, lowest, volume, today) = (long.MinValue, long.MaxValue, 0L, long.MinValue);
        var checksum = default(Fnv1a);
        while (reader.Read(out var bars))
        {
            foreach (ref readonly var bar in bars)
            {
                last = bar.OpenTime.UnixNanoseconds;
                first = count++ == 0 ? last : first;
                sessions += last / day == today ? 0 : 1;
                today = last / day;
                lastClose = bar.Close.InTicks;
                highest = Math.Max(highest, bar.High.InTicks);
                lowest = Math.Min(lowest, bar.Low.InTicks);
                volume += bar.Volume.Lots;
                checksum.Add(last);
                checksum.Add(bar.Open.InTicks);
                checksum.Add(bar.High.InTicks);
                checksum.Add(bar.Low.InTicks);
                checksum.Add(lastClose);
                checksum.Add(bar.Volume.Lots);
            }
        }

        return new ReferenceFacts
        {
            Bars = count,
            Sessions = sessions,
            First = first,
            Last = last,
            LastClose = lastClose,
            Highest = highest,
            Lowest = lowest,
            Volume = volume,
            Checksum = checksum.Value,
        };
    }
}
