namespace Keel.Trading.PropFirms;

/// <summary>What lifts the high mark from which a firm's maximum loss is counted.</summary>
public enum TrailBasis
{
    /// <summary>The balance at the end of the firm's day; a peak inside the day does not count.</summary>
    EndOfDayBalance,

    /// <summary>The balance at any moment: each closed trade.</summary>
    IntradayBalance,

    /// <summary>Balance and open profit at any moment: the strictest.</summary>
    IntradayEquity,
}
