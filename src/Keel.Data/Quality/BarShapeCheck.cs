using Keel.Domain.Markets;

namespace Keel.Data.Quality;

/// <summary>Looks for bars that hold together but look strange: jumps from one bar to the next, volume far above the usual, none at all.</summary>
internal sealed class BarShapeCheck(decimal tick)
{
    private const int JumpsNamed = 3;
    private const double JumpInRanges = 40;
    private const double VolumeInUsual = 100;
    private readonly List<string> jumps = [];
    private long jumpCount;
    private long heavy;
    private long empty;
    private long broken;
    private long lastClose = long.MinValue;
    private double usualRange = double.NaN;
    private double usualVolume = double.NaN;

    public IEnumerable<QualityFinding> Findings
    {
        get
        {
            if (broken > 0)
            {
                yield return new QualityFinding(
                    "broken-bars",
                    true,
                    broken,
                    $"{broken} bars whose high is not the highest or low not the lowest price"
                );
            }

            if (jumpCount > 0)
            {
                yield return new QualityFinding(
                    "jumps",
                    false,
                    jumpCount,
                    $"{jumpCount} steps of over {JumpInRanges} usual ranges (a roll, news, or an error): {string.Join("; ", jumps)}"
                );
            }

            if (heavy > 0)
            {
                yield return new QualityFinding(
                    "heavy-volume",
                    false,
                    heavy,
                    $"{heavy} bars with over {VolumeInUsual} times the usual volume"
                );
            }

            if (empty > 0)
            {
                yield return new QualityFinding("no-volume", false, empty, $"{empty} bars without volume");
            }
        }
    }

    public void Look(ReadOnlySpan<Bar> bars)
    {
        foreach (ref readonly var bar in bars)
        {
            var (open, high, low, close) = (bar.Open.InTicks, bar.High.InTicks, bar.Low.InTicks, bar.Close.InTicks);
            broken += Bar.Holds((int)open, (int)high, (int)low, (int)close) ? 0 : 1;
            var step = lastClose == long.MinValue ? 0 : Math.Abs(open - lastClose);
            if (step > JumpInRanges * Math.Max(1, usualRange))
            {
                jumpCount++;
                if (jumps.Count < JumpsNamed)
                {
                    jumps.Add($"{step * tick:0.#########} points at {bar.OpenTime}");
                }
            }

            var volume = bar.Volume.Lots;
            heavy += volume > VolumeInUsual * Math.Max(10, usualVolume) ? 1 : 0;
            empty += volume == 0 ? 1 : 0;
            usualRange = Follow(usualRange, high - low);
            usualVolume = Follow(usualVolume, volume);
            lastClose = close;
        }
    }

    private static double Follow(double usual, double present) =>
        double.IsNaN(usual) ? present : usual + ((present - usual) * 0.01);
}
