namespace Keel.Data.Synthetic;

/// <summary>How volatility and volume rise and fall over the New York day, relative to noon.</summary>
internal sealed class DayShape
{
    private const int MinutesPerDay = 1440;
    private const int HalfHour = 30;

    // Half hours from 00:00. Shapes follow the measured half hours of index futures: the opening at 09:30, the low after noon,
    // the rise into the close, Europe at 03:00, data at 08:30, the reopening at 18:00.
    private static readonly double[] IndexVolatility =
    [
        .36,
        .38,
        .41,
        .40,
        .52,
        .53,
        .78,
        .74,
        .73,
        .63,
        .60,
        .58,
        .61,
        .62,
        .67,
        .67,
        .71,
        .88,
        .90,
        1.95,
        1.74,
        1.50,
        1.38,
        1.26,
        1.00,
        .94,
        1.12,
        1.02,
        1.20,
        1.15,
        1.16,
        1.36,
        .72,
        .42,
        .40,
        .40,
        .54,
        .39,
        .46,
        .40,
        .47,
        .42,
        .38,
        .37,
        .36,
        .33,
        .29,
        .29,
    ];

    private static readonly double[] IndexVolume =
    [
        .07,
        .08,
        .09,
        .08,
        .13,
        .13,
        .23,
        .22,
        .23,
        .18,
        .16,
        .16,
        .16,
        .17,
        .23,
        .24,
        .33,
        .52,
        .60,
        3.10,
        2.30,
        1.75,
        1.50,
        1.35,
        1.00,
        .90,
        1.15,
        .92,
        1.15,
        1.12,
        1.25,
        2.10,
        .61,
        .14,
        .12,
        .12,
        .15,
        .08,
        .11,
        .09,
        .12,
        .10,
        .08,
        .08,
        .08,
        .07,
        .06,
        .06,
    ];

    // Where the market changes its pace at once: nothing is blended across these half hours.
    private static readonly int[] IndexBreaks =
    [
        3 * 2,
        (8 * 2) + 1,
        (9 * 2) + 1,
        15 * 2 + 1,
        16 * 2,
        (16 * 2) + 1,
        17 * 2,
        18 * 2,
    ];

    // A market that never closes: Asia, Europe from 03:00, New York's morning, quiet evenings.
    private static readonly double[] ContinuousVolatility =
    [
        .85,
        .82,
        .80,
        .78,
        .78,
        .80,
        .90,
        .92,
        .92,
        .90,
        .88,
        .86,
        .85,
        .85,
        .88,
        .92,
        1.0,
        1.15,
        1.2,
        1.45,
        1.50,
        1.40,
        1.25,
        1.1,
        1.00,
        .98,
        1.0,
        1.0,
        1.0,
        .98,
        .96,
        .98,
        .95,
        .92,
        .90,
        .88,
        .88,
        .86,
        .90,
        .92,
        1.02,
        .96,
        .90,
        .86,
        .84,
        .82,
        .84,
        .86,
    ];

    private static readonly double[] ContinuousVolume =
    [
        .72,
        .68,
        .65,
        .62,
        .62,
        .65,
        .82,
        .85,
        .85,
        .80,
        .78,
        .75,
        .72,
        .72,
        .78,
        .85,
        1.0,
        1.35,
        1.45,
        2.10,
        2.20,
        1.95,
        1.55,
        1.2,
        1.00,
        .96,
        1.0,
        1.0,
        1.0,
        .96,
        .92,
        .96,
        .90,
        .85,
        .80,
        .78,
        .78,
        .75,
        .82,
        .86,
        1.05,
        .94,
        .82,
        .75,
        .70,
        .68,
        .70,
        .73,
    ];

    private readonly double[] volatility;
    private readonly double[] volume;

    private DayShape(double[] volatility, double[] volume, int[] breaks)
    {
        this.volatility = Blend(volatility, breaks);
        this.volume = Blend(volume, breaks);
    }

    /// <summary>A futures market that lives by New York's regular hours.</summary>
    public static DayShape RegularHours { get; } = new(IndexVolatility, IndexVolume, IndexBreaks);

    /// <summary>A market open around the clock.</summary>
    public static DayShape Continuous { get; } = new(ContinuousVolatility, ContinuousVolume, []);

    /// <summary>The volatility at a minute of the New York day, noon = 1.</summary>
    public double Volatility(int minuteOfDay) => volatility[minuteOfDay];

    /// <summary>The volume at a minute of the New York day, noon = 1.</summary>
    public double Volume(int minuteOfDay) => volume[minuteOfDay];

    private static double[] Blend(double[] halfHours, int[] breaks)
    {
        var minutes = new double[MinutesPerDay];
        for (var minute = 0; minute < MinutesPerDay; minute++)
        {
            var at = minute / HalfHour;
            var fromCentre = ((minute % HalfHour) + 0.5 - (HalfHour / 2.0)) / HalfHour;
            var border = fromCentre < 0 ? at : (at + 1) % halfHours.Length;
            var neighbour = fromCentre < 0 ? (at + halfHours.Length - 1) % halfHours.Length : border;
            var weight = breaks.Contains(border) ? 0 : Math.Abs(fromCentre);
            minutes[minute] = (halfHours[at] * (1 - weight)) + (halfHours[neighbour] * weight);
        }

        return minutes;
    }
}
