using Keel.Domain.Facts;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Domain.Instruments.Limits;

/// <summary>Hard price limits of the US equity index futures and the dynamic breakers of crude, by date and time of day.</summary>
public static class PriceLimits
{
    private static readonly LocalTime NextDayBegins = new(17, 0);

    private static readonly Lazy<Dictionary<string, List<PriceLimitRule>>> Rules = new(() =>
        Read(FactTable.Embedded("instruments/price-limits.csv"))
    );

    private static readonly Lazy<Dictionary<string, DatedList<DynamicBreaker>>> Breakers = new(() =>
        ReadBreakers(FactTable.Embedded("instruments/dynamic-breakers.csv"))
    );

    /// <summary>The limits at an instant.</summary>
    public static LimitAnswer At(Instrument instrument, Timestamp instant, LimitReference reference)
    {
        var local = instant.ToInstant().InZone(TradingZones.Chicago).LocalDateTime;
        var day = local.TimeOfDay < NextDayBegins ? local.Date : local.Date.PlusDays(1);
        return At(instrument, day, local.TimeOfDay, reference);
    }

    /// <summary>The limits at a time of a trading day, which begins at 17:00 Chicago of the evening before.</summary>
    public static LimitAnswer At(Instrument instrument, LocalDate tradingDay, LocalTime chicago, LimitReference reference)
    {
        if (!Rules.Value.TryGetValue(instrument.Symbol, out var rules))
        {
            return Breakers.Value.ContainsKey(instrument.Symbol)
                ? new LimitAnswer.None($"{instrument} has a dynamic breaker, no hard limit")
                : new LimitAnswer.Unknown($"no price limits of {instrument.Key} are known");
        }

        PriceLimitRule? held = null;
        var isTradingTime = false;
        foreach (var rule in rules)
        {
            if (rule.Covers(chicago))
            {
                isTradingTime = true;
                held = rule.ValidFrom <= tradingDay ? rule : held;
            }
        }

        return !isTradingTime ? new LimitAnswer.None($"{instrument} does not trade at {chicago:HH:mm} Chicago")
            : held is null ? new LimitAnswer.Unknown($"no price limits of {instrument} are known for {tradingDay:uuuu-MM-dd}")
            : held.Around(reference);
    }

    /// <summary>The dynamic breaker of an instrument on a day; null when none is known.</summary>
    public static DynamicBreaker? Breaker(Instrument instrument, LocalDate day) =>
        Breakers.Value.TryGetValue(instrument.Symbol, out var breakers) && breakers.TryOn(day, out var breaker) ? breaker : null;

    internal static Dictionary<string, List<PriceLimitRule>> Read(FactTable table)
    {
        var all = new Dictionary<string, List<PriceLimitRule>>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var rule = row.Build(PriceLimitRule.Read);
            foreach (var symbol in row.Words("symbols"))
            {
                all.TryAdd(symbol, []);
                if (all[symbol].Count > 0 && all[symbol][^1].ValidFrom > rule.ValidFrom)
                {
                    throw row.Wrong("older rules come first");
                }

                all[symbol].Add(rule);
            }
        }

        return all;
    }

    internal static Dictionary<string, DatedList<DynamicBreaker>> ReadBreakers(FactTable table)
    {
        var all = new Dictionary<string, DatedList<DynamicBreaker>>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var breaker = ReadBreaker(row);
            foreach (var symbol in row.Words("symbols"))
            {
                all.TryAdd(symbol, new DatedList<DynamicBreaker>());
                all[symbol].Add(row, breaker.ValidFrom, breaker);
            }
        }

        return all;
    }

    private static DynamicBreaker ReadBreaker(FactRow row) =>
        new()
        {
            Width = row.Number("width") is > 0 and < 1 and var width ? width : throw row.Wrong("a width is a share"),
            Window = Span.FromMinutes(row.Whole("window_minutes")),
            Pause = Span.FromMinutes(row.Whole("pause_minutes")),
            ValidFrom = row.Date("valid_from"),
            IsUnverified = row.YesNo("unverified"),
        };
}
