using System.Diagnostics.CodeAnalysis;

namespace Keel.Data.Synthetic;

/// <summary>Which synthetic market to make: how its price moves, and how large an edge is planted where.</summary>
public sealed record MarketModel
{
    /// <summary>The largest edge that can be planted: beyond it the market would no longer look like one.</summary>
    public const double LargestEdge = 0.5;

    private MarketModel(MarketKind kind, PlantedEdge form, double edge) => (Kind, Form, Edge) = (kind, form, edge);

    /// <summary>Constant volatility and nothing else.</summary>
    public static MarketModel RandomWalk { get; } = new(MarketKind.RandomWalk, PlantedEdge.Imbalance, 0);

    /// <summary>The realistic market without an edge; what one gets without asking.</summary>
    public static MarketModel Clustered { get; } = new(MarketKind.Clustered, PlantedEdge.Imbalance, 0);

    /// <summary>Trends that last.</summary>
    public static MarketModel Momentum { get; } = new(MarketKind.Momentum, PlantedEdge.Imbalance, 0);

    /// <summary>A price that comes back.</summary>
    public static MarketModel Reversion { get; } = new(MarketKind.Reversion, PlantedEdge.Imbalance, 0);

    /// <summary>The names by which models are asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = ["random-walk", "clustered", "momentum", "reversion", "planted"];

    /// <summary>The names by which forms of a planted edge are asked for.</summary>
    public static IReadOnlyList<string> FormNames { get; } = ["imbalance", "regime-hour", "decaying", "interaction", "decoy"];

    /// <summary>How the price moves.</summary>
    public MarketKind Kind { get; }

    /// <summary>Where a planted edge hides; without meaning for the other kinds.</summary>
    public PlantedEdge Form { get; }

    /// <summary>
    /// The size of a planted edge: the correlation between the signal (standardised, known when a minute begins) and the
    /// efficient price's move in that minute. 0.05 means that a signal one standard deviation high moves the expected price
    /// by a twentieth of the minute's standard deviation.
    /// </summary>
    public double Edge { get; }

    /// <summary>The realistic market with an edge of this size; size 0 is the same market, byte for byte, as without one.</summary>
    public static MarketModel Planted(double edge, PlantedEdge form = PlantedEdge.Imbalance)
    {
        if (!(edge >= 0 && edge <= LargestEdge))
        {
            throw new ArgumentOutOfRangeException(nameof(edge), edge, $"an edge is between 0 and {LargestEdge}");
        }

        return new MarketModel(MarketKind.Planted, form, edge);
    }

    /// <summary>Reads a model's name with the size and form of its edge; false, with the reason in words, when they do not fit.</summary>
    public static bool TryParse(
        string name,
        double? edge,
        string? form,
        [NotNullWhen(true)] out MarketModel? model,
        [NotNullWhen(false)] out string? problem
    )
    {
        (model, problem) = (null, null);
        var planted = string.Equals(name, "planted", StringComparison.Ordinal);
        if (!Names.Contains(name, StringComparer.Ordinal))
        {
            problem = $"there is no market model '{name}': take one of {string.Join(", ", Names)}";
        }
        else if (!planted && (edge is not null || form is not null))
        {
            problem = $"the model '{name}' has no planted edge: write planted, or leave the edge out";
        }
        else if (planted && edge is null)
        {
            problem = "a planted market needs the size of its edge, such as 0.05";
        }
        else if (edge is not null and not (>= 0 and <= LargestEdge))
        {
            problem = $"an edge is a correlation between 0 and {LargestEdge}, not {edge}";
        }
        else if (form is not null && !FormNames.Contains(form, StringComparer.Ordinal))
        {
            problem = $"there is no planted edge '{form}': take one of {string.Join(", ", FormNames)}";
        }
        else
        {
            model = name switch
            {
                "random-walk" => RandomWalk,
                "momentum" => Momentum,
                "reversion" => Reversion,
                "planted" => Planted(edge!.Value, FormOf(form)),
                _ => Clustered,
            };
        }

        return model is not null;
    }

    /// <summary>The name by which the model is asked for.</summary>
    public override string ToString() => Kind == MarketKind.Planted ? $"planted {FormNames[(int)Form]} {Edge}" : Names[(int)Kind];

    private static PlantedEdge FormOf(string? form)
    {
        for (var i = 0; i < FormNames.Count; i++)
        {
            if (string.Equals(FormNames[i], form, StringComparison.Ordinal))
            {
                return (PlantedEdge)i;
            }
        }

        return PlantedEdge.Imbalance;
    }
}
