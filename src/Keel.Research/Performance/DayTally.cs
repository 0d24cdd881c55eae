using Keel.Domain;
using Keel.Trading.Ledger;

namespace Keel.Research.Performance;

/// <summary>Adds up trading days.</summary>
internal sealed class DayTally
{
    /// <summary>Adds them all.</summary>
    public DayTally(IReadOnlyList<DayResult> days)
    {
        Amounts = new double[days.Count];
        var streaks = new Streaks();
        for (var i = 0; i < days.Count; i++)
        {
            var net = days[i].Net;
            Amounts[i] = (double)net.Amount;
            Net += net;
            Traded += days[i].Trades > 0 ? 1 : 0;
            Profitable += net > Money.Zero ? 1 : 0;
            Best = Best is { } best && best >= net ? best : net;
            Worst = Worst is { } worst && worst <= net ? worst : net;
            streaks.Add(net.CompareTo(Money.Zero));
        }

        Streaks = streaks;
    }

    /// <summary>Each day's net in dollars.</summary>
    public double[] Amounts { get; }

    /// <summary>The sum.</summary>
    public Money Net { get; }

    /// <summary>Days that closed a trade.</summary>
    public int Traded { get; }

    /// <summary>Days above zero.</summary>
    public int Profitable { get; }

    /// <summary>The best day; null without days.</summary>
    public Money? Best { get; }

    /// <summary>The worst day; null without days.</summary>
    public Money? Worst { get; }

    /// <summary>Runs of days.</summary>
    public Streaks Streaks { get; }
}
