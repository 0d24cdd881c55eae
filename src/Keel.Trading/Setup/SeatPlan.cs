using Keel.Domain;
using Keel.Domain.Sessions;
using Keel.Trading.Risk;
using Keel.Trading.Strategies;

namespace Keel.Trading.Setup;

/// <summary>One of several strategies at a core, and what it does otherwise than the core's setup says. What is null is as in the setup.</summary>
/// <param name="Strategy">Who decides.</param>
public sealed record SeatPlan(Strategy Strategy)
{
    /// <summary>How its positions end.</summary>
    public ExitRules? Exits { get; init; }

    /// <summary>With which order its positions begin.</summary>
    public EntryOrders? Entries { get; init; }

    /// <summary>The bars that it is shown.</summary>
    public Func<BarGrid>? Bars { get; init; }

    /// <summary>How long one of them is, as far as it has a fixed length; needed where <see cref="Bars"/> is given.</summary>
    public Span BarLength { get; init; }

    /// <summary>A budget of its own beside the pool's: an entry needs room in both, and its halt closes this seat alone.</summary>
    public RiskAccount? Budget { get; init; }

    /// <summary>The controls of that budget; without them it is only halted by its limits and never worse at worst than its day allows.</summary>
    public Func<RiskAccount, IReadOnlyList<EntryControl>> Controls { get; init; } = _ => [];
}
