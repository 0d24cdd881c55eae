namespace Keel.Data.Import;

/// <summary>Finds the grid that numbers lie on: the coarsest usual step of which nearly all are multiples.</summary>
internal sealed class StepFinder
{
    private readonly long[] steps;
    private readonly long[] fits;
    private readonly bool single;
    private long seen;

    private StepFinder(IEnumerable<decimal> steps, bool single)
    {
        this.single = single;
        this.steps = steps.Select(step => (long)(step * RawBar.One)).ToArray();
        fits = new long[this.steps.Length];
    }

    /// <summary>For prices: 1, 0.5, 0.25, 0.2, 0.1 … of every power of ten; <paramref name="single"/> where they have seven digits only.</summary>
    public static StepFinder ForPrices(bool single) =>
        new(
            Powers()
                .SelectMany(power => (decimal[])[power, power * 0.5m, power * 0.25m, power * 0.2m])
                .Where(step => step >= 0.000000001m),
            single
        );

    /// <summary>For volumes: 1, 0.1, 0.01 …; never above one.</summary>
    public static StepFinder ForVolumes() => new(Powers(), single: false);

    /// <summary>The step found; null when nothing was seen.</summary>
    public decimal? Found
    {
        get
        {
            for (var i = 0; i < steps.Length; i++)
            {
                if (seen > 0 && fits[i] * 1000 >= seen * 999)
                {
                    return steps[i] / (decimal)RawBar.One;
                }
            }

            return null;
        }
    }

    /// <summary>The greatest number seen, in billionths.</summary>
    public long Greatest { get; private set; }

    /// <summary>Takes a number, in billionths, into account.</summary>
    public void Look(long billionths)
    {
        Greatest = Math.Max(Greatest, billionths);
        if (billionths == 0)
        {
            return;
        }

        seen++;
        // A number of 24 binary digits lies so far beside the decimal that was meant.
        var beside = single ? (Math.Abs(billionths) >> 24) + 1 : 0;
        for (var i = 0; i < steps.Length; i++)
        {
            var rest = Math.Abs(billionths % steps[i]);
            fits[i] += rest <= beside || steps[i] - rest <= beside ? 1 : 0;
        }
    }

    private static IEnumerable<decimal> Powers()
    {
        for (var power = 1m; power >= 0.000000001m; power /= 10)
        {
            yield return power;
        }
    }
}
