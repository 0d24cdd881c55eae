using Keel.Domain.Facts;

namespace Keel.Domain.Instruments;

/// <summary>Reads the table of futures.</summary>
internal static class FutureFacts
{
    private static readonly Dictionary<string, Settlement> Settlements = new(StringComparer.Ordinal)
    {
        ["cash"] = Settlement.Cash,
        ["physical"] = Settlement.Physical,
    };

    private static readonly Dictionary<string, ExpiryRule> ExpiryRules = new(StringComparer.Ordinal)
    {
        ["third_friday"] = ExpiryRule.ThirdFriday,
        ["crude"] = ExpiryRule.Crude,
        ["day_before_crude"] = ExpiryRule.DayBeforeCrude,
        ["third_last_business_day"] = ExpiryRule.ThirdLastBusinessDay,
    };

    /// <summary>All futures of the table; throws with file and line where one cannot be.</summary>
    public static IReadOnlyList<Instrument> Read(FactTable table)
    {
        var futures = new Dictionary<string, Instrument>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var future = row.Build(ReadRow);
            if (!futures.TryAdd(future.Symbol, future))
            {
                throw row.Wrong($"{future.Symbol} is given twice");
            }
        }

        foreach (var row in table.Rows)
        {
            CheckAgainstMini(row, futures);
        }

        return [.. futures.Values];
    }

    private static Instrument ReadRow(FactRow row) =>
        new()
        {
            Symbol = row.Text("symbol"),
            Name = row.Text("name"),
            Exchange = row.Text("exchange"),
            Currency = row.Text("currency"),
            Grid = PriceGrid.Of(row.Number("tick")),
            PointValue = row.Number("point_value") is > 0 and var value
                ? value
                : throw row.Wrong("a point of a future is worth more than nothing"),
            Calendar = row.Text("group"),
            FirstTradeDate = row.OptionalDate("first_trade_date"),
            Future = ReadTerms(row),
        };

    private static FutureTerms ReadTerms(FactRow row)
    {
        var months = MonthSet.Parse(row.Text("months"));
        var lead = MonthSet.Parse(row.Text("lead_months"));
        return new FutureTerms
        {
            Months = months,
            LeadMonths = months.ContainsAll(lead) ? lead : throw row.Wrong("a month that leads is not listed"),
            Settlement = row.Choice("settlement", Settlements),
            LastDay = row.Choice("last_day", ExpiryRules),
            LastTimeInNewYork = row.Time("last_time"),
            ProjectXProduct = row.Text("projectx"),
            MiniOf = row.Optional("mini_of"),
            Ratio = row.Whole("ratio"),
        };
    }

    private static void CheckAgainstMini(FactRow row, Dictionary<string, Instrument> futures)
    {
        var future = futures[row.Text("symbol")];
        if (future.Future!.MiniOf is not { } mini)
        {
            return;
        }

        if (!futures.TryGetValue(mini, out var big))
        {
            throw row.Wrong($"its big sister {mini} is not in the table");
        }

        if (big.PointValue != future.PointValue * future.Future.Ratio)
        {
            throw row.Wrong($"{future.Future.Ratio} of {future} do not make one {mini}");
        }
    }
}
