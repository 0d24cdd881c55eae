namespace Keel.Research.Reports;

/// <summary>The charts that also have a page of their own.</summary>
public enum ReportChart
{
    /// <summary>Equity after every trade.</summary>
    EquityCurve,

    /// <summary>How far equity lay below its maximum.</summary>
    Drawdown,

    /// <summary>How often trades earned how much.</summary>
    TradeDistribution,

    /// <summary>What each month brought.</summary>
    MonthlyReturns,
}
