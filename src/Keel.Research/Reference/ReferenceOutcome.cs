using Keel.Trading.Ledger;

namespace Keel.Research.Reference;

/// <summary>The results of reference job 1 or 2, money in cents.</summary>
public sealed record ReferenceOutcome
{
    /// <summary>How many trades.</summary>
    public required int Trades { get; init; }

    /// <summary>How many of them gained.</summary>
    public required int Wins { get; init; }

    /// <summary>How many of them lost.</summary>
    public required int Losses { get; init; }

    /// <summary>How many of them were long.</summary>
    public required int Longs { get; init; }

    /// <summary>How many ended at their stop.</summary>
    public required int Stops { get; init; }

    /// <summary>How many ended at their target.</summary>
    public required int Targets { get; init; }

    /// <summary>How many ended with the day.</summary>
    public required int DayEnds { get; init; }

    /// <summary>How many ended with the data: one at most.</summary>
    public required int DataEnds { get; init; }

    /// <summary>Profit without costs.</summary>
    public required long Gross { get; init; }

    /// <summary>Fees.</summary>
    public required long Commission { get; init; }

    /// <summary>What slippage cost.</summary>
    public required long Slippage { get; init; }

    /// <summary>Profit after costs.</summary>
    public required long Net { get; init; }

    /// <summary>The deepest fall of the net profit below its earlier height, trade by trade, starting at 0.</summary>
    public required long MaxDrawdown { get; init; }

    /// <summary>The most losses in a row.</summary>
    public required int LosingStreak { get; init; }

    /// <summary>The checksum over all trades.</summary>
    public required ulong Checksum { get; init; }

    /// <summary>Signals, refusals and the worst day.</summary>
    public required ReferenceCounts Counts { get; init; }

    /// <summary>Adds up the trades of a run.</summary>
    public static ReferenceOutcome Of(ReadOnlySpan<ReferenceTrade> trades, ReferenceCounts counts)
    {
        var (wins, losses, longs, streak, longestStreak) = (0, 0, 0, 0, 0);
        var (gross, commission, slippage, net, height, drawdown) = (0L, 0L, 0L, 0L, 0L, 0L);
        var checksum = default(TradeChecksum);
        Span<int> ends = stackalloc int[(int)ExitReason.EndOfData + 1];
        foreach (ref readonly var trade in trades)
        {
            wins += trade.Net > 0 ? 1 : 0;
            losses += trade.Net < 0 ? 1 : 0;
            longs += trade.Direction > 0 ? 1 : 0;
            ends[(int)trade.Reason]++;
            gross += trade.Gross;
            commission += trade.Commission;
            slippage += trade.Slippage;
            net += trade.Net;
            height = Math.Max(height, net);
            drawdown = Math.Max(drawdown, height - net);
            streak = trade.Net < 0 ? streak + 1 : 0;
            longestStreak = Math.Max(longestStreak, streak);
            checksum.Add(in trade);
        }

        return new ReferenceOutcome
        {
            Trades = trades.Length,
            Wins = wins,
            Losses = losses,
            Longs = longs,
            Stops = ends[(int)ExitReason.Stop],
            Targets = ends[(int)ExitReason.Target],
            DayEnds = ends[(int)ExitReason.EndOfDay],
            DataEnds = ends[(int)ExitReason.EndOfData],
            Gross = gross,
            Commission = commission,
            Slippage = slippage,
            Net = net,
            MaxDrawdown = drawdown,
            LosingStreak = longestStreak,
            Checksum = checksum.Value,
            Counts = counts,
        };
    }
}
