namespace Keel.Trading.Messages;

/// <summary>One statement of a venue about one order.</summary>
public struct VenueReport
{
    /// <summary>What it says.</summary>
    public ReportKind Kind { get; set; }

    /// <summary>Whether the fill came from somewhere inside a bar, so that what the bar did before and after it is not known.</summary>
    public bool InsideBar { get; set; }

    /// <summary>Whether stop and target lay in the same bar, and the stop was taken.</summary>
    public bool IsAmbiguous { get; set; }

    /// <summary>Lots of this fill; where the venue itself made or changed an order (a bracket's child, the other leg of a group), the order's lots in all.</summary>
    public int Lots { get; set; }

    /// <summary>The order's number.</summary>
    public long OrderId { get; set; }

    /// <summary>The venue's own number of the fill; the same number is booked once.</summary>
    public long TradeId { get; set; }

    /// <summary>When, in nanoseconds; on bars, the opening time of the bar.</summary>
    public long At { get; set; }

    /// <summary>The price of the fill, in ticks.</summary>
    public long Price { get; set; }

    /// <summary>By how many ticks the price is worse than the one it would have had without slippage.</summary>
    public long Slippage { get; set; }

    /// <summary>The fee of this fill, in units of money.</summary>
    public long Fee { get; set; }

    /// <summary>The lowest price of the bar of the fill; the price itself where there is none.</summary>
    public long Low { get; set; }

    /// <summary>The highest price of the bar of the fill; the price itself where there is none.</summary>
    public long High { get; set; }
}
