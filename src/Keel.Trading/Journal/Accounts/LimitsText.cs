using Keel.Domain;
using Keel.Trading.Risk;

namespace Keel.Trading.Journal.Accounts;

/// <summary>
/// The limits of money and count of an account, as text of its ledger. What depends on the market's condition (breakers, margin tables, news)
/// stays with the configuration: it refills no budget.
/// </summary>
internal static class LimitsText
{
    /// <summary>All limits that a ledger keeps.</summary>
    public static readonly IReadOnlyList<LimitRule> Rules =
    [
        LimitRule.Loss("per_trade", limits => limits.PerTrade, (limits, value) => limits with { PerTrade = value }),
        LimitRule.Loss("daily_loss", limits => limits.DailyLoss, (limits, value) => limits with { DailyLoss = value }),
        LimitRule.Loss(
            "daily_drawdown",
            limits => limits.DailyDrawdown,
            (limits, value) => limits with { DailyDrawdown = value }
        ),
        LimitRule.Loss("weekly_loss", limits => limits.WeeklyLoss, (limits, value) => limits with { WeeklyLoss = value }),
        LimitRule.Loss(
            "account_drawdown",
            limits => limits.AccountDrawdown,
            (limits, value) => limits with { AccountDrawdown = value }
        ),
        LimitRule.Loss("kill", limits => limits.Kill, (limits, value) => limits with { Kill = value }),
        LimitRule.Loss("heat", limits => limits.Heat, (limits, value) => limits with { Heat = value }),
        LimitRule.Figure(
            "floor",
            limits => limits.Floor?.Amount,
            (limits, value) => limits with { Floor = InMoney(value) },
            largerIsTighter: true
        ),
        LimitRule.Figure(
            "give_back_from",
            limits => limits.GiveBackFrom?.Amount,
            (limits, value) => limits with { GiveBackFrom = InMoney(value) }
        ),
        LimitRule.Pauses("streaks"),
        LimitRule.Figure(
            "losses_per_day",
            limits => limits.LossesPerDay,
            (limits, value) => limits with { LossesPerDay = (int?)value }
        ),
        LimitRule.Figure(
            "trades_per_day",
            limits => limits.TradesPerDay,
            (limits, value) => limits with { TradesPerDay = (int?)value }
        ),
        LimitRule.Figure(
            "entries_per_minute",
            limits => limits.EntriesPerMinute,
            (limits, value) => limits with { EntriesPerMinute = (int?)value }
        ),
        LimitRule.Figure("leverage", limits => limits.Leverage, (limits, value) => limits with { Leverage = value }),
        LimitRule.Figure("max_order", limits => limits.MaxOrder, (limits, value) => limits with { MaxOrder = (int?)value }),
        LimitRule.Figure(
            "max_position",
            limits => limits.MaxPosition,
            (limits, value) => limits with { MaxPosition = (int?)value }
        ),
    ];

    /// <summary>Writes capital and limits.</summary>
    public static string Of(RiskLimits limits)
    {
        var parts = new List<string> { $"capital={limits.Capital}" };
        foreach (var rule in Rules)
        {
            if (rule.Of(limits) is { } value)
            {
                parts.Add($"{rule.Name}={value}");
            }
        }

        return string.Join(' ', parts);
    }

    /// <summary>Puts the limits of a text over others, whose market conditions stay.</summary>
    public static RiskLimits Over(RiskLimits others, string text)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            given[pair[..at]] = pair[(at + 1)..];
        }

        var limits = others with
        {
            Capital = Money.From(decimal.Parse(given["capital"], System.Globalization.CultureInfo.InvariantCulture)),
        };
        foreach (var rule in Rules)
        {
            limits = rule.Set(limits, given.GetValueOrDefault(rule.Name));
        }

        return limits;
    }

    private static Money? InMoney(decimal? amount) => amount is { } value ? Money.From(value) : null;
}
