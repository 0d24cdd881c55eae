using Keel.Domain.Sessions;
using Keel.Research.Backtests;
using Keel.Trading.Orders;
using NodaTime;

namespace Keel.Research.Recommendations;

/// <summary>The trades of a backtest as columns: when, which way, and what one contract of each made.</summary>
internal sealed class TradeColumns
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private TradeColumns(int count)
    {
        Hours = new int[count];
        Weekdays = new int[count];
        Sides = new int[count];
        Days = new int[count];
        Gross = new double[count];
        Net = new double[count];
        Booked = new decimal[count];
        IsAmbiguous = new bool[count];
    }

    /// <summary>How many trades.</summary>
    public int Count => Days.Length;

    /// <summary>The hour of the entry on New York's clock, 0 to 23.</summary>
    public int[] Hours { get; }

    /// <summary>The weekday of the trading day of the entry, 0 for Monday.</summary>
    public int[] Weekdays { get; }

    /// <summary>0 for long, 1 for short.</summary>
    public int[] Sides { get; }

    /// <summary>The trading day of the entry, in days since 1970-01-01.</summary>
    public int[] Days { get; }

    /// <summary>Profit of one contract before costs.</summary>
    public double[] Gross { get; }

    /// <summary>Profit of one contract after costs.</summary>
    public double[] Net { get; }

    /// <summary>Profit of the whole trade after costs.</summary>
    public decimal[] Booked { get; }

    /// <summary>Whether stop and target lay in one bar.</summary>
    public bool[] IsAmbiguous { get; }

    /// <summary>The columns of a backtest.</summary>
    public static TradeColumns Of(BacktestResult result)
    {
        var columns = new TradeColumns(result.Trades.Count);
        var isContinuous = result.Instrument.Calendar == TradingCalendar.Continuous.Name;
        for (var i = 0; i < columns.Count; i++)
        {
            var trade = result.Trades[i];
            var entry = trade.EntryTime.ToInstant();
            var day = isContinuous ? entry.InUtc().Date : ClockHours.NewYork.TradingDayAt(trade.EntryTime);
            columns.Hours[i] = entry.InZone(TradingZones.NewYork).Hour;
            columns.Weekdays[i] = (int)day.DayOfWeek - 1;
            columns.Sides[i] = trade.Side == Side.Short ? 1 : 0;
            columns.Days[i] = Period.DaysBetween(Epoch, day);
            columns.Gross[i] = (double)trade.Gross.Amount / trade.Turned;
            columns.Net[i] = (double)trade.Net.Amount / trade.Turned;
            columns.Booked[i] = trade.Net.Amount;
            columns.IsAmbiguous[i] = trade.IsAmbiguous;
        }

        return columns;
    }

    /// <summary>The column that sorts trades into groups of a kind.</summary>
    public int[] GroupsOf(RecommendationKind kind) =>
        kind switch
        {
            RecommendationKind.Hour => Hours,
            RecommendationKind.Weekday => Weekdays,
            RecommendationKind.Side => Sides,
            RecommendationKind.LoserSize => throw new ArgumentException("the size of losers has no groups", nameof(kind)),
        };
}
