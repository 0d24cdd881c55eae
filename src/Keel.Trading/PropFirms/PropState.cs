using Keel.Domain;

namespace Keel.Trading.PropFirms;

/// <summary>Everything that an account of a prop firm has to remember: with it and the rules the account goes on after a restart.</summary>
public readonly record struct PropState
{
    /// <summary>When the account was last looked at; null before the first time.</summary>
    public Timestamp? At { get; init; }

    /// <summary>What is realised.</summary>
    public Money Balance { get; init; }

    /// <summary>What is realised and open.</summary>
    public Money Equity { get; init; }

    /// <summary>The high mark that the floor hangs on.</summary>
    public Money HighMark { get; init; }

    /// <summary>The balance at the start of the firm's day.</summary>
    public Money DayStartBalance { get; init; }

    /// <summary>The equity at the start of the firm's day.</summary>
    public Money DayStartEquity { get; init; }

    /// <summary>The lots that count today, earned by yesterday's close.</summary>
    public int Lots { get; init; }

    /// <summary>The profit of the best day that has ended.</summary>
    public Money BestDay { get; init; }

    /// <summary>All that was paid out.</summary>
    public Money PaidOut { get; init; }

    /// <summary>Whether the daily loss has ended today.</summary>
    public bool IsOutForToday { get; init; }

    /// <summary>When the floor was broken, which ends the account; null while it lives.</summary>
    public Timestamp? BreachedAt { get; init; }

    /// <summary>An account on its first day.</summary>
    public static PropState New(PropRules rules) => Joined(rules, rules.Start, rules.Start);

    /// <summary>An account that has traded before Keel looked at it: its scaling level counts as the lowest until a day has ended.</summary>
    public static PropState Joined(PropRules rules, Money balance, Money highMark) =>
        new()
        {
            Balance = balance,
            Equity = balance,
            HighMark = highMark > rules.Start ? highMark : rules.Start,
            DayStartBalance = balance,
            DayStartEquity = balance,
            Lots = rules.Scaling?.Lowest ?? rules.Lots,
        };
}
