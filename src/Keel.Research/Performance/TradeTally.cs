using Keel.Domain;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;

namespace Keel.Research.Performance;

/// <summary>Adds up trades one by one.</summary>
internal struct TradeTally
{
    private readonly int[] exits = new int[ExitReasonText.Count];
    private int count;
    private int winners;
    private int losers;
    private int longs;
    private int ambiguous;
    private int withRisk;
    private long turned;
    private Money gross;
    private Money commission;
    private Money slippage;
    private Money won;
    private Money lost;
    private Money largestWinner;
    private Money largestLoser;
    private Money risked;
    private Money worstOpen;
    private Money bestOpen;
    private Streaks streaks;
    private CompensatedSum multiples;
    private CompensatedSum minutes;
    private CompensatedSum winnersMinutes;
    private CompensatedSum losersMinutes;

    /// <summary>Nothing added yet.</summary>
    public TradeTally() { }

    /// <summary>Adds one trade.</summary>
    public void Add(in ClosedTrade trade)
    {
        var net = trade.Net;
        var held = (trade.ExitTime - trade.EntryTime).TotalMinutes;
        count++;
        longs += trade.Side == Side.Long ? 1 : 0;
        ambiguous += trade.IsAmbiguous ? 1 : 0;
        turned += trade.Turned;
        gross += trade.Gross;
        commission += trade.Commission;
        slippage += trade.Slippage;
        worstOpen += trade.WorstOpen;
        bestOpen += trade.BestOpen;
        exits[(int)trade.Reason]++;
        minutes.Add(held);
        streaks.Add(net.CompareTo(Money.Zero));
        if (net > Money.Zero)
        {
            winners++;
            won += net;
            largestWinner = net > largestWinner ? net : largestWinner;
            winnersMinutes.Add(held);
        }
        else if (net < Money.Zero)
        {
            losers++;
            lost += net;
            largestLoser = net < largestLoser ? net : largestLoser;
            losersMinutes.Add(held);
        }

        if (trade.Risk > Money.Zero)
        {
            withRisk++;
            risked += trade.Risk;
            multiples.Add((double)net.Units / trade.Risk.Units);
        }
    }

    /// <summary>The figures so far.</summary>
    public readonly TradePerformance Performance() =>
        new()
        {
            Count = count,
            Winners = winners,
            Losers = losers,
            Longs = longs,
            Turned = turned,
            Gross = gross,
            Commission = commission,
            Slippage = slippage,
            Won = won,
            Lost = lost,
            LargestWinner = winners == 0 ? null : largestWinner,
            LargestLoser = losers == 0 ? null : largestLoser,
            Streaks = streaks,
            Risked = risked,
            ExpectancyR = Ratio.Of(multiples.Total, withRisk),
            HoldMinutes = Ratio.Of(minutes.Total, count),
            HoldMinutesOfWinners = Ratio.Of(winnersMinutes.Total, winners),
            HoldMinutesOfLosers = Ratio.Of(losersMinutes.Total, losers),
            WorstOpen = worstOpen,
            BestOpen = bestOpen,
            Ambiguous = ambiguous,
            Exits = ExitReasonText.Occurred(exits),
        };
}
