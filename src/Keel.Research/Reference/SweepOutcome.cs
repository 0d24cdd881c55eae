namespace Keel.Research.Reference;

/// <summary>The results of reference job 3, money in cents.</summary>
public sealed record SweepOutcome
{
    /// <summary>The greatest net profit.</summary>
    public required long Best { get; init; }

    /// <summary>The fast average of the first run that had it.</summary>
    public required int BestFast { get; init; }

    /// <summary>The slow average of the first run that had it.</summary>
    public required int BestSlow { get; init; }

    /// <summary>The smallest net profit.</summary>
    public required long Worst { get; init; }

    /// <summary>All net profits together.</summary>
    public required long Sum { get; init; }

    /// <summary>All trades together.</summary>
    public required long Trades { get; init; }

    /// <summary>The checksum over the net profits in the order of the runs.</summary>
    public required ulong Checksum { get; init; }

    /// <summary>Adds up the runs, in their order.</summary>
    public static SweepOutcome Of(ReadOnlySpan<long> nets, ReadOnlySpan<int> trades)
    {
        var (best, worst, sum, all) = (0, 0, 0L, 0L);
        var checksum = default(Fnv1a);
        for (var run = 0; run < nets.Length; run++)
        {
            best = nets[run] > nets[best] ? run : best;
            worst = nets[run] < nets[worst] ? run : worst;
            sum += nets[run];
            all += trades[run];
            checksum.Add(nets[run]);
        }

        var place = FloorSweep.Place(new ReferenceParameters(), best);
        return new SweepOutcome
        {
            Best = nets[best],
            BestFast = place.Fast,
            BestSlow = place.Slow,
            Worst = nets[worst],
            Sum = sum,
            Trades = all,
            Checksum = checksum.Value,
        };
    }
}
