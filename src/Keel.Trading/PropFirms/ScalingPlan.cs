using Keel.Domain;

namespace Keel.Trading.PropFirms;

/// <summary>How many lots an account may hold at which profit.</summary>
public sealed class ScalingPlan
{
    private readonly List<(Money Above, int Lots)> levels = [];

    internal ScalingPlan(string name) => Name = name;

    /// <summary>The plan's name in the tables.</summary>
    public string Name { get; }

    /// <summary>The first level, for an account whose profit is not known.</summary>
    public int Lowest => levels[0].Lots;

    /// <summary>The level of a profit; a profit equal to a bound has not passed it.</summary>
    public int LotsAt(Money profit)
    {
        var lots = Lowest;
        foreach (var level in levels)
        {
            lots = profit > level.Above ? level.Lots : lots;
        }

        return lots;
    }

    /// <summary>Adds the next level; false unless it lies above those before.</summary>
    internal bool TryAdd(Money above, int lots)
    {
        var rises = levels.Count == 0 ? lots >= 0 : above > levels[^1].Above && lots >= levels[^1].Lots;
        if (rises)
        {
            levels.Add((above, lots));
        }

        return rises;
    }
}
