namespace Keel.Domain.Sessions;

/// <summary>What the US calendar makes of a weekday, as far as any exchange's hours depend on it.</summary>
[Flags]
internal enum ExchangeDays
{
    None = 0,
    Ordinary = 1,
    NewYear = 1 << 1,
    GoodFriday = 1 << 2,
    Christmas = 1 << 3,

    /// <summary>Any holiday on which futures trade until midday.</summary>
    MinorHoliday = 1 << 4,

    DayAfterThanksgiving = 1 << 5,
    ChristmasEve = 1 << 6,

    /// <summary>July 3, when the fourth is Tuesday to Friday.</summary>
    IndependenceEve = 1 << 7,

    /// <summary>The days on which the stock exchanges close at 13:00 New York.</summary>
    StocksCloseEarly = DayAfterThanksgiving | ChristmasEve | IndependenceEve,

    FullHoliday = NewYear | GoodFriday | Christmas,
}
