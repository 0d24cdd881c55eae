using Keel.Domain.Facts;
using Keel.Domain.Instruments.Symbols;

namespace Keel.Domain.Instruments;

/// <summary>The calendar roll rules by instrument and contract month, as data.</summary>
public static class RollTable
{
    private static readonly Dictionary<string, RollAnchor> Anchors = new(StringComparer.Ordinal)
    {
        ["third_friday"] = RollAnchor.ThirdFriday,
        ["last_day_business"] = RollAnchor.LastTradingDay,
        ["month_before_business"] = RollAnchor.MonthBefore,
    };

    private static readonly Lazy<Dictionary<string, List<RollRule>>> Rules = new(() =>
        Read(FactTable.Embedded("instruments/roll-rules.csv"))
    );

    /// <summary>The rule that holds for a contract; throws where none does.</summary>
    public static RollRule For(FuturesContract contract)
    {
        if (Rules.Value.TryGetValue(contract.Instrument.Symbol, out var rules))
        {
            foreach (var rule in rules)
            {
                if (rule.HoldsFor(contract.Month))
                {
                    return rule;
                }
            }
        }

        throw new InvalidOperationException($"no roll rule is known for {contract}");
    }

    internal static Dictionary<string, List<RollRule>> Read(FactTable table)
    {
        var all = new Dictionary<string, List<RollRule>>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var rule = row.Build(ReadRule);
            foreach (var symbol in row.Words("symbols"))
            {
                all.TryAdd(symbol, []);
                if (all[symbol].Exists(other => Overlap(other, rule)))
                {
                    throw row.Wrong($"two rules for {symbol} hold for the same months");
                }

                all[symbol].Add(rule);
            }
        }

        return all;
    }

    private static RollRule ReadRule(FactRow row) =>
        new()
        {
            Name = row.Text("rule"),
            First = Month(row, "first_month"),
            Last = Month(row, "last_month"),
            Anchor = row.Choice("anchor", Anchors),
            Days = row.Whole("days"),
            IsUnverified = row.YesNo("unverified"),
            Note = row.Text("note"),
        };

    private static ContractMonth Month(FactRow row, string column) =>
        row.Optional(column) is null ? default
        : ContractNames.TryYearMonth(row.Text(column).Replace("-", "", StringComparison.Ordinal), out var month) ? month
        : throw row.Wrong($"'{column}' is not a month such as 2022-06");

    private static bool Overlap(RollRule one, RollRule other) =>
        (one.Last.IsNone || other.First <= one.Last) && (other.Last.IsNone || one.First <= other.Last);
}
