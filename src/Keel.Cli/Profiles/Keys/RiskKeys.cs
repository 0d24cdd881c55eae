using Keel.Cli.Profiles.Values;
using Keel.Domain;
using Keel.Trading.Risk;

namespace Keel.Cli.Profiles.Keys;

/// <summary>The limits of the risk account; one that is not named does not exist.</summary>
internal static class RiskKeys
{
    public static readonly KeySection Section = new("risk");

    public static readonly ProfileKey<Money> Capital = Section.May(
        "capital",
        Rules.Amount(0.01m),
        "With how many dollars the risk account starts; the venue's balance is never read as capital."
    );

    public static readonly ProfileKey<LossLimit> PerTrade = Section.May(
        "per_trade",
        Rules.Limit,
        "The worst case of one trade, stop, slippage and costs included."
    );

    public static readonly ProfileKey<LossLimit> DailyLoss = Section.May(
        "daily_loss",
        Rules.Limit,
        "Lost since the day's start: flatten, no entries until the next trading day."
    );

    public static readonly ProfileKey<LossLimit> DailyDrawdown = Section.May(
        "daily_drawdown",
        Rules.Limit,
        "Given back from the day's highest equity: flatten, no entries until the next trading day."
    );

    public static readonly ProfileKey<LossLimit> WeeklyLoss = Section.May(
        "weekly_loss",
        Rules.Limit,
        "Lost since the week's start: flatten, and wait for a person."
    );

    public static readonly ProfileKey<LossLimit> AccountDrawdown = Section.May(
        "account_drawdown",
        Rules.Limit,
        "Given back from the highest equity ever: flatten, and wait for keel resume --reason."
    );

    public static readonly ProfileKey<LossLimit> Kill = Section.May(
        "kill",
        Rules.Limit,
        "Lost of the capital in all: flatten and halt for good."
    );

    public static readonly ProfileKey<IReadOnlyList<Step<int, Span>>> Streaks = Section.May(
        "streaks",
        new LadderRule<int, Span>(Rules.Whole(1, 100), Rules.Duration, "{ 3: 15m, 5: 30m }"),
        "Pause this long after so many losses in a row."
    );

    public static readonly ProfileKey<int> LossesPerDay = Section.May(
        "losses_per_day",
        Rules.Whole(1, 1000),
        "No entries for the day after so many losing trades."
    );

    public static readonly ProfileKey<int> TradesPerDay = Section.May(
        "trades_per_day",
        Rules.Whole(1, 100_000),
        "No more entries a day than this."
    );

    public static readonly ProfileKey<int> EntriesPerMinute = Section.May(
        "entries_per_minute",
        Rules.Whole(1, 1000),
        "No more entries a minute than this."
    );

    public static readonly ProfileKey<decimal> Leverage = Section.May(
        "leverage",
        Rules.Number(0.1m, 125),
        "Never more than this multiple of equity in open positions."
    );

    public static readonly ProfileKey<LossLimit> Heat = Section.May(
        "heat",
        Rules.Limit,
        "The worst cases of all open positions together."
    );

    public static readonly ProfileKey<decimal> VolatilityHalf = Section.May(
        "volatility_half",
        Rules.Number(1, 100),
        "Half size above this multiple of the usual range of this minute of the day."
    );

    public static readonly ProfileKey<decimal> VolatilityPause = Section.May(
        "volatility_pause",
        Rules.Number(1, 100),
        "No entries above this multiple of the usual range of this minute of the day."
    );

    public static readonly ProfileKey<int> SpreadTicks = Section.May(
        "spread_ticks",
        Rules.Whole(1, 1000),
        "No entries while the spread is wider, until it is back at one tick."
    );

    public static readonly ProfileKey<decimal> VolumeShare = Section.May(
        "volume_share",
        Rules.Share(0, 100),
        "No entries below this share of the usual volume of this minute of the day."
    );

    public static readonly ProfileKey<Money> Floor = Section.May(
        "floor",
        Rules.Amount(0),
        "Equity that the worst case of everything open must leave, a gap beyond the stop included."
    );

    public static readonly ProfileKey<int> GapTicks = Section.May(
        "gap_ticks",
        Rules.Whole(0, 100_000),
        "How far beyond its stop a position may be closed in the worst case that the floor must survive.",
        "100"
    );

    public static readonly ProfileKey<int> ReserveEntryTicks = Section.May(
        "reserve_entry_ticks",
        Rules.Whole(0, 1000),
        "Slippage set aside for an entry; 0 where stops are placed at a distance from the fill.",
        "0"
    );

    public static readonly ProfileKey<int> ReserveStopTicks = Section.May(
        "reserve_stop_ticks",
        Rules.Whole(0, 1000),
        "Slippage set aside for a stop; without it fills.slippage_ticks."
    );

    public static readonly ProfileKey<Money> GiveBackFrom = Section.May(
        "give_back_from",
        Rules.Amount(0.01m),
        "Once the day has gained so much, it ends when half of the gain is given back."
    );

    public static readonly ProfileKey<int> MaxOrder = Section.May("max_order", Rules.Whole(1, 1000), "Contracts of one order.");

    public static readonly ProfileKey<int> MaxPosition = Section.May(
        "max_position",
        Rules.Whole(1, 1000),
        "Contracts held and working at once."
    );

    public static readonly ProfileKey<int> StopLeastTicks = Section.May(
        "stop_least_ticks",
        Rules.Whole(1, 10_000),
        "No entry whose stop lies nearer than this."
    );

    public static readonly ProfileKey<int> StopMostTicks = Section.May(
        "stop_most_ticks",
        Rules.Whole(1, 10_000),
        "No entry whose stop lies further than this."
    );

    public static readonly ProfileKey<bool> Repeats = Section.May(
        "repeats",
        Rules.Switch,
        "Hold entries for half an hour after more than 6 in 10 minutes, 40 a day, or 3 right where the last position ended.",
        "off"
    );

    public static readonly ProfileKey<bool> PriceLimits = Section.May(
        "price_limits",
        Rules.Switch,
        "No entries within 2 % of the exchange's daily price limits, or whose stop lies beyond one.",
        "off"
    );

    public static readonly ProfileKey<bool> News = Section.May(
        "news",
        Rules.Switch,
        "No entries from two minutes before to three minutes after the events of the calendar (events).",
        "off"
    );
}
