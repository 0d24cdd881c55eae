namespace Keel.Trading.PropFirms;

/// <summary>What a look at a prop account demands, from least to most urgent.</summary>
public enum PropVerdict
{
    /// <summary>Nothing.</summary>
    Free,

    /// <summary>The day has won what the trader wanted of it: no further entries.</summary>
    DayWon,

    /// <summary>The daily loss is reached: flatten, cancel, no entries until the firm's next day. No violation.</summary>
    OutForToday,

    /// <summary>Equity has come too near to the floor: flatten before the firm does.</summary>
    NearFloor,

    /// <summary>The floor is broken: the account is lost.</summary>
    Breached,
}
