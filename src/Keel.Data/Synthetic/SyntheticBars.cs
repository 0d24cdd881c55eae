using Keel.Data.TimeSeries;
using Keel.Domain.Markets;

namespace Keel.Data.Synthetic;

/// <summary>The bars of a synthetic market, a trading day a batch.</summary>
public sealed class SyntheticBars : BarReader
{
    private readonly IEnumerator<SyntheticDay> days;
    private readonly bool minutes;
    private Bar[] batch = [];

    /// <summary>Bars of one second or one minute.</summary>
    public SyntheticBars(SyntheticMarket market, BarLength length)
    {
        if (length != BarLength.OneSecond && length != BarLength.OneMinute)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length.ToString(), "a synthetic market has bars of 1s and 1m");
        }

        days = market.Days().GetEnumerator();
        minutes = length == BarLength.OneMinute;
    }

    /// <summary>Trading days handed out so far.</summary>
    public int Days { get; private set; }

    /// <inheritdoc />
    public override bool Read(out ReadOnlySpan<Bar> bars)
    {
        while (days.MoveNext())
        {
            Days++;
            var day = days.Current;
            if (batch.Length < day.MaxSeconds)
            {
                batch = new Bar[day.MaxSeconds];
            }

            var count = minutes ? day.Minutes(batch) : day.Seconds(batch);
            if (count > 0)
            {
                bars = batch.AsSpan(0, count);
                return true;
            }
        }

        bars = default;
        return false;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        days.Dispose();
        base.Dispose(disposing);
    }
}
