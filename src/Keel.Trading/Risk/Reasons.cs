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
}
