using Keel.Trading.Ledger;

namespace Keel.Research.Reference;

/// <summary>A round trip of a reference job: times in nanoseconds, fills in ticks with slippage, money in cents.</summary>
public readonly record struct ReferenceTrade
{
    /// <summary>Opening time of the bar of the entry.</summary>
    public required long EntryTime { get; init; }

    /// <summary>Opening time of the bar of the exit.</summary>
    public required long ExitTime { get; init; }

    /// <summary>1 long, −1 short.</summary>
    public required int Direction { get; init; }

    /// <summary>The price paid at the entry.</summary>
    public required int EntryFill { get; init; }

    /// <summary>The price got at the exit.</summary>
    public required int ExitFill { get; init; }

    /// <summary>Why it ended.</summary>
    public required ExitReason Reason { get; init; }

    /// <summary>Profit without slippage and commission.</summary>
    public required long Gross { get; init; }

    /// <summary>Fees of both sides.</summary>
    public required long Commission { get; init; }

    /// <summary>What slippage cost.</summary>
    public required long Slippage { get; init; }

    /// <summary>Profit after slippage and commission.</summary>
    public long Net => Gross - Slippage - Commission;

    /// <summary>A trade of the platform, which must be of one contract, in the same terms.</summary>
    public static ReferenceTrade From(in ClosedTrade trade) =>
        trade.Turned == 1
            ? new ReferenceTrade
            {
                EntryTime = trade.EntryTime.UnixNanoseconds,
                ExitTime = trade.ExitTime.UnixNanoseconds,
                Direction = (int)trade.Side,
                EntryFill = (int)trade.EntryTicks,
                ExitFill = (int)trade.ExitTicks,
                Reason = trade.Reason,
                Gross = trade.Gross.RoundedCents,
                Commission = trade.Commission.RoundedCents,
                Slippage = trade.Slippage.RoundedCents,
            }
            : throw new ArgumentException($"a reference job trades one contract, not {trade.Turned}", nameof(trade));
}
