using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Trading.Core;

/// <summary>Joins the bars of the input to those of the strategies. A joined bar is there when its time is over, whether or not anything traded at its end.</summary>
internal sealed class BarJoiner(BarGrid grid, long inputLength)
{
    private bool isOpen;
    private Bar joined;

    /// <summary>When the bar under way ends, in nanoseconds; the largest number when there is none.</summary>
    public long Ends => isOpen ? grid.End : long.MaxValue;

    /// <summary>Takes a bar of the input; true when that completes one, which is then in <paramref name="done"/>.</summary>
    public bool Add(in Bar bar, out Bar done)
    {
        var opens = bar.OpenTime.UnixNanoseconds;
        if (isOpen)
        {
            joined = new Bar(
                joined.OpenTime,
                joined.Open,
                joined.High > bar.High ? joined.High : bar.High,
                joined.Low < bar.Low ? joined.Low : bar.Low,
                bar.Close,
                new Quantity(Math.Min(joined.Volume.Lots + bar.Volume.Lots, Bar.MaxVolume))
            );
        }
        else
        {
            grid.MoveTo(opens);
            joined = new Bar(new Timestamp(grid.Start), bar.Open, bar.High, bar.Low, bar.Close, bar.Volume);
            isOpen = true;
        }

        return TryFinish(opens + inputLength, out done);
    }

    /// <summary>It is so late; true when the bar under way is over.</summary>
    public bool TryFinish(long now, out Bar done)
    {
        done = joined;
        var isOver = isOpen && now >= grid.End;
        isOpen &= !isOver;
        return isOver;
    }
}
