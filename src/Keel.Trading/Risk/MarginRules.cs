using Keel.Domain;

namespace Keel.Trading.Risk;

/// <summary>What margin an entry needs.</summary>
public sealed record MarginRules
{
    /// <summary>The broker's intraday margin of one lot; null where it asks for a share of the exchange's initial margin.</summary>
    public Money? Intraday { get; init; }

    /// <summary>The share of the exchange's initial margin that the broker asks for during the day; all of it overnight.</summary>
    public decimal IntradayShare { get; init; } = 1;

    /// <summary>Whether positions may stay over the close: then the exchange's initial margin counts.</summary>
    public bool HoldsOvernight { get; init; }

    /// <summary>Whether a share of the contract's value is taken for days whose margin is not known; otherwise such a day counts as unknown.</summary>
    public bool TakesEstimates { get; init; }

    /// <summary>So many times the margin must be there.</summary>
    public decimal Times { get; init; } = 1.5m;
}
