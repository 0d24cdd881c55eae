namespace Keel.Trading.Risk;

/// <summary>The stable codes under which risk refuses, pauses and halts; results, journals and alerts count by them.</summary>
public static class Reasons
{
    /// <summary>The day has lost its limit.</summary>
    public const string DailyLoss = "daily_loss";

    /// <summary>The day has given back its limit.</summary>
    public const string DailyDrawdown = "daily_drawdown";

    /// <summary>The week has lost its limit.</summary>
    public const string WeeklyLoss = "weekly_loss";

    /// <summary>The day has given back half of its gain.</summary>
    public const string GiveBack = "give_back";

    /// <summary>The account has given back its limit; a person must look.</summary>
    public const string Review = "review";

    /// <summary>The account has lost what it may lose in its life.</summary>
    public const string Kill = "kill";

    /// <summary>A person stopped trading.</summary>
    public const string Operator = "operator";

    /// <summary>Our own mistake: books and orders do not fit together.</summary>
    public const string Fault = "fault";

    /// <summary>Losses in a row.</summary>
    public const string Pause = "pause";

    /// <summary>An exit was a moment ago.</summary>
    public const string Cooldown = "cooldown";

    /// <summary>The worst case of the trade is too much for one trade.</summary>
    public const string TradeRisk = "trade_risk";

    /// <summary>The worst case of all would take the day beyond its limit.</summary>
    public const string WorstCase = "worst_case";

    /// <summary>The worst case would take the account beyond its drawdown or kill limit.</summary>
    public const string DrawdownRoom = "drawdown_room";

    /// <summary>The worst case with a gap beyond the stop would pass the account's floor.</summary>
    public const string Floor = "floor";

    /// <summary>All open worst cases together are too much.</summary>
    public const string Heat = "heat";

    /// <summary>The positions are too large for the equity.</summary>
    public const string Leverage = "leverage";

    /// <summary>The account cannot carry the margin.</summary>
    public const string Margin = "margin";

    /// <summary>Sizing came to no contract.</summary>
    public const string Size = "size";

    /// <summary>The day has had its trades.</summary>
    public const string TradesPerDay = "trades_per_day";

    /// <summary>The day has had its losses.</summary>
    public const string LossesPerDay = "losses_per_day";

    /// <summary>Too many entries in a minute.</summary>
    public const string EntryRate = "entry_rate";

    /// <summary>The fate of an order is not known.</summary>
    public const string UnknownOrder = "unknown_order";

    /// <summary>The stop would lie too near or too far.</summary>
    public const string StopDistance = "stop_distance";

    /// <summary>What the strategy says is not a number, or no probability.</summary>
    public const string Sanity = "sanity";

    /// <summary>Trading is stopped for a reason that has no control of its own.</summary>
    public const string Halted = "halted";

    /// <summary>A phase of the day or a breaker halves sizes; half of one lot is none.</summary>
    public const string HalfSize = "half_size";

    /// <summary>The order is too large for one order.</summary>
    public const string OrderSize = "order_size";

    /// <summary>The position would become too large.</summary>
    public const string PositionSize = "position_size";

    /// <summary>The same entry again and again.</summary>
    public const string RepeatedExecution = "repeated_execution";

    /// <summary>The limit lies too far from the market.</summary>
    public const string Collar = "collar";

    /// <summary>The book is one-sided, locked, crossed, wide or thin.</summary>
    public const string Book = "book";

    /// <summary>Quotes or trades are too old.</summary>
    public const string DataAge = "data_age";

    /// <summary>The entry could trade with an own order.</summary>
    public const string SelfMatch = "self_match";

    /// <summary>The exchange's price limit is near, or the stop would lie beyond it.</summary>
    public const string PriceLimit = "price_limit";

    /// <summary>A listed release is near.</summary>
    public const string News = "news";

    /// <summary>The contract is about to roll or to expire.</summary>
    public const string Expiry = "expiry";

    /// <summary>The rules of a prop account.</summary>
    public const string Prop = "prop";

    /// <summary>Equity has come too near to a prop account's floor.</summary>
    public const string PropFloor = "prop_floor";

    /// <summary>The daily loss of a prop account.</summary>
    public const string PropDailyLoss = "prop_daily_loss";

    /// <summary>A prop account is lost.</summary>
    public const string PropBreached = "prop_breached";

    /// <summary>What is normal at this hour is not known yet.</summary>
    public const string Warming = "warming";

    /// <summary>The market moves far more than it does at this hour.</summary>
    public const string Volatility = Conditions.VolatilityBreaker.Code;

    /// <summary>The market trades far less than it does at this hour.</summary>
    public const string Volume = Conditions.VolumeBreaker.Code;

    /// <summary>Bid and offer lie too far apart.</summary>
    public const string Spread = Conditions.SpreadBreaker.Code;
}
