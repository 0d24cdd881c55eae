namespace Keel.Trading.Sizing;

/// <summary>What a model's confidence makes of a size: nothing below the first step, then the multiplier of the step reached.</summary>
/// <remarks>
/// A step includes its own bound, but the last of several begins above it: with 0.60, 0.70, 0.80 and 0.90 a confidence of 0.90 still
/// counts as the third step, as profile A has it.
/// </remarks>
public sealed class ConfidenceLadder
{
    private readonly double[] from;
    private readonly decimal[] multipliers;

    /// <summary>Takes steps that rise; throws on any others.</summary>
    public ConfidenceLadder(IReadOnlyList<ConfidenceStep> steps)
    {
        if (steps.Count == 0)
        {
            throw new ArgumentException("there is no step", nameof(steps));
        }

        for (var at = 0; at < steps.Count; at++)
        {
            if (steps[at].Multiplier < 0 || (at > 0 && steps[at].From <= steps[at - 1].From))
            {
                throw new ArgumentException(
                    $"step {steps[at].From} does not rise, or multiplies by less than nothing",
                    nameof(steps)
                );
            }
        }

        from = [.. steps.Select(step => (double)step.From)];
        multipliers = [.. steps.Select(step => step.Multiplier)];
    }

    /// <summary>The confidence below which there is no trade.</summary>
    public double Least => from[0];

    /// <summary>The multiplier of a confidence, compared as it is given; zero below the first step, one without any confidence (NaN).</summary>
    public decimal MultiplierOf(double confidence)
    {
        if (double.IsNaN(confidence))
        {
            return 1;
        }

        var last = from.Length - 1;
        if (last > 0 && confidence > from[last])
        {
            return multipliers[last];
        }

        for (var at = last == 0 ? 0 : last - 1; at >= 0; at--)
        {
            if (confidence >= from[at])
            {
                return multipliers[at];
            }
        }

        return 0;
    }
}
