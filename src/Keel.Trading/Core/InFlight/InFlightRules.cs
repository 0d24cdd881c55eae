using Keel.Domain;

namespace Keel.Trading.Core.InFlight;

/// <summary>Bounds for orders on their way and for fills. The defaults are those of the catalogue of controls.</summary>
public sealed record InFlightRules
{
    /// <summary>Lots that may be held and entered at most over all strategies of the core.</summary>
    public int MostLots { get; init; } = int.MaxValue;

    /// <summary>How long the fate of an entry may be unknown before all that exists is closed.</summary>
    public Span EntryDoubt { get; init; } = Span.FromSeconds(30);

    /// <summary>Whether fills worse than the reserve pause entries.</summary>
    public bool WatchesSlippage { get; init; }

    /// <summary>How long they do.</summary>
    public Span SlippagePause { get; init; } = Span.FromMinutes(30);

    /// <summary>How many refused orders within <see cref="RejectWindow"/> pause entries.</summary>
    public int RejectsForPause { get; init; } = 3;

    /// <summary>The time within which refusals count together.</summary>
    public Span RejectWindow { get; init; } = Span.FromSeconds(60);

    /// <summary>How long they pause entries.</summary>
    public Span RejectPause { get; init; } = Span.FromMinutes(5);

    /// <summary>How many refused orders end the day.</summary>
    public int RejectsForDay { get; init; } = 5;
}
