using System.Runtime.InteropServices;
using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Research.Backtests;

/// <summary>Joins however many bars to some thousands that a page can draw: whenever there are too many, each two become one.</summary>
internal sealed class PictureBars(long barLength)
{
    private const int Most = 8192;
    private readonly List<Bar> bars = new(Most);
    private long group = 1;
    private long inGroup;
    private Bar present;

    /// <summary>The joined bars.</summary>
    public IReadOnlyList<Bar> Bars => inGroup > 0 ? [.. bars, present] : bars;

    /// <summary>How long one of them is, breaks left out.</summary>
    public Span Step => new(barLength * group);

    /// <summary>Takes bars in the order of time.</summary>
    public void Add(ReadOnlySpan<Bar> more)
    {
        foreach (ref readonly var bar in more)
        {
            present = inGroup == 0 ? bar : Join(in present, in bar);
            if (++inGroup == group)
            {
                bars.Add(present);
                inGroup = 0;
                if (bars.Count == Most)
                {
                    Halve();
                }
            }
        }
    }

    private void Halve()
    {
        var all = CollectionsMarshal.AsSpan(bars);
        for (var i = 0; i < Most / 2; i++)
        {
            all[i] = Join(in all[2 * i], in all[(2 * i) + 1]);
        }

        bars.RemoveRange(Most / 2, Most / 2);
        group *= 2;
    }

    private static Bar Join(in Bar first, in Bar then) =>
        new(
            first.OpenTime,
            first.Open,
            first.High > then.High ? first.High : then.High,
            first.Low < then.Low ? first.Low : then.Low,
            then.Close,
            new Quantity(Math.Min(first.Volume.Lots + then.Volume.Lots, Bar.MaxVolume))
        );
}
