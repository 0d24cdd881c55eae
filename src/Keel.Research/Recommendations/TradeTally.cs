using Keel.Domain;
using Keel.Trading.Ledger;

namespace Keel.Research.Recommendations;

/// <summary>Sums and counts over all trades, as far as sentences need them.</summary>
internal sealed class TradeTally
{
    private readonly int[] byReason = new int[Enum.GetValues<ExitReason>().Length];

    /// <summary>How many trades.</summary>
    public int Trades { get; private set; }

    /// <summary>How many of them had stop and target in one bar.</summary>
    public int Ambiguous { get; private set; }

    /// <summary>How many earned something after costs.</summary>
    public int Winners { get; private set; }

    /// <summary>How many lost something after costs.</summary>
    public int Losers { get; private set; }

    /// <summary>How many losers had been ahead by at least what they lost in the end.</summary>
    public int LosersOnceAhead { get; private set; }

    /// <summary>Profit before costs.</summary>
    public Money Gross { get; private set; }

    /// <summary>Profit after costs.</summary>
    public Money Net { get; private set; }

    /// <summary>Winners over all trades; 0 without a trade.</summary>
    public double WinRate => Trades == 0 ? 0 : Winners / (double)Trades;

    /// <summary>How many ended for this reason.</summary>
    public int By(ExitReason reason) => byReason[(int)reason];

    /// <summary>Counts the trades.</summary>
    public static TradeTally Of(IReadOnlyList<ClosedTrade> trades)
    {
        var tally = new TradeTally();
        foreach (var trade in trades)
        {
            var net = trade.Net;
            tally.Trades++;
            tally.Ambiguous += trade.IsAmbiguous ? 1 : 0;
            tally.Winners += net > Money.Zero ? 1 : 0;
            tally.Losers += net < Money.Zero ? 1 : 0;
            tally.LosersOnceAhead += net < Money.Zero && trade.BestOpen >= -net ? 1 : 0;
            tally.Gross += trade.Gross;
            tally.Net += net;
            tally.byReason[(int)trade.Reason]++;
        }

        return tally;
    }
}
