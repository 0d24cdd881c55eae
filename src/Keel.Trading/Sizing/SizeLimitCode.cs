namespace Keel.Trading.Sizing;

/// <summary>The stable codes under which a size was refused or reduced.</summary>
public static class SizeLimitCode
{
    /// <summary>The code in journals and results; null when nothing bound.</summary>
    public static string? Of(SizeLimit limit) =>
        limit switch
        {
            SizeLimit.Nothing => null,
            SizeLimit.Budget => "size_budget",
            SizeLimit.UnknownWorstCase => "unknown_worst_case",
            SizeLimit.UnknownVolatility => "unknown_volatility",
            SizeLimit.TooFewTrades => "kelly_too_few_trades",
            SizeLimit.NoEdge => "kelly_no_edge",
            SizeLimit.Confidence => "confidence",
            SizeLimit.Rounding => "size_rounding",
            SizeLimit.Tier => "size_tier",
            SizeLimit.MaxContracts => "max_contracts",
            SizeLimit.VenueCap => "venue_cap",
            SizeLimit.TradeRisk => "trade_risk",
            SizeLimit.WorstCase => "worst_case",
            SizeLimit.HalfSize => "half_size",
        };
}
