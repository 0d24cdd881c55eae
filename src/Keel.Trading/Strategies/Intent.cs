namespace Keel.Trading.Strategies;

/// <summary>The position that a strategy wants, and what it knows about it. Distances of 0 leave stop and target to the profile.</summary>
public struct Intent
{
    /// <summary>Long, short or flat.</summary>
    public WishKind Kind { get; set; }

    /// <summary>The model's confidence; NaN without a model.</summary>
    public double Confidence { get; set; }

    /// <summary>The model's class; -1 without a model.</summary>
    public int PredictedClass { get; set; }

    /// <summary>Distance of the stop from the fill, in ticks.</summary>
    public int StopTicks { get; set; }

    /// <summary>Distance of the target from the fill, in ticks.</summary>
    public int TargetTicks { get; set; }
}
