using System.Globalization;
using Keel.Research.Reference;

namespace Keel.Research.Tests.Reference;

/// <summary>
/// What two independent programs, one in C++ and one in Python, gave for the reference jobs. Prices in ticks, money in cents, times in nanoseconds.
/// Whatever runs the jobs is compared with these lines; they are never changed to make a test pass.
/// </summary>
internal static class ReferenceTable
{
    private const string SeriesText = """
              seed |    bars | sessions |               first |                last | last-close | highest | lowest |    volume |         checksum
                 1 |  100000 |        5 | 1704205800000000000 | 1704735930000000000 |      20094 |   20359 |  19943 |   6446640 | 39dea1a2fba3e8b7
                 1 | 1000000 |       46 | 1704205800000000000 | 1709822387000000000 |      21053 |   22087 |  19943 |  64531154 | 517bb2565fbd8ab3
                 1 | 5000000 |      226 | 1704205800000000000 | 1732288010000000000 |      19999 |   22087 |  19943 | 322459807 | b892e83d0b431db0
                 2 |  100000 |        5 | 1704205800000000000 | 1704735870000000000 |      20136 |   20285 |  19903 |   6444447 | e95257ab3f5fffca
        0xdeadbeef | 1000000 |       46 | 1704205800000000000 | 1709822508000000000 |      21826 |   21939 |  19952 |  64525058 | bee08d69afe2f26b
        """;

    private const string JobText = """
              seed |    bars | set           | trades |  wins | longs |  stop | target | eod | end | signals |    gross | commission | slippage |       net | drawdown | streak |         checksum
                 1 |  100000 | default       |   1141 |   362 |   560 |   779 |    362 |   0 |   0 |    1141 |   -95750 |      95844 |   240000 |   -431594 |   435047 |     18 | bbbff376eacfb648
                 1 |  100000 | tight         |   4176 |  1277 |  2091 |  2899 |   1277 |   0 |   0 |    4176 |  -290000 |     350784 |   884375 |  -1525159 |  1525575 |     22 | 36e1ec2e0c626cb5
                 1 |  100000 | wide          |    309 |   173 |   152 |   133 |    173 |   3 |   0 |     309 |    21500 |      25956 |   111250 |   -115706 |   136664 |      5 | b83b556a5a505915
                 1 |  100000 | free          |   1087 |   415 |   536 |   672 |    415 |   0 |   0 |    1087 |   -50875 |          0 |        0 |    -50875 |    72250 |     14 | 577196f348a90fc1
                 1 |  100000 | late          |   1153 |   366 |   565 |   786 |    365 |   2 |   0 |    1153 |   -96375 |      96852 |   242625 |   -435852 |   439305 |     18 | 5140d9d7a2cbf1e0
                 1 |  100000 | early         |    281 |   111 |   142 |   170 |    111 |   0 |   0 |     281 |    28125 |      23604 |    56375 |    -51854 |    94538 |      9 | d97e96a315af0edf
                 1 |  100000 | risk          |     28 |     4 |    15 |    24 |      4 |   0 |   0 |    4520 |   -14500 |       2352 |     6500 |    -23352 |    23352 |      9 | 72fc51f72b8e5860
                 1 |  100000 | risk-150      |    145 |    25 |    75 |   120 |     25 |   0 |   0 |    4306 |   -15625 |      12180 |    33125 |    -60930 |    61426 |     23 | 33a0d113751d09cf
                 1 |  100000 | risk-too-wide |      0 |     0 |     0 |     0 |      0 |   0 |   0 |    4611 |        0 |          0 |        0 |         0 |        0 |      0 | cbf29ce484222325
                 1 | 1000000 | default       |  10923 |  3372 |  5427 |  7549 |   3372 |   1 |   1 |   10923 | -1150500 |     917532 |  2309250 |  -4377282 |  4377282 |     19 | 910887f27caa02f2
                 1 | 1000000 | late          |  11062 |  3423 |  5509 |  7626 |   3405 |  30 |   1 |   11062 | -1152375 |     929208 |  2339875 |  -4421458 |  4421458 |     19 | 75a894869aba20bc
                 1 | 1000000 | early         |   2656 |   963 |  1315 |  1692 |    963 |   0 |   1 |    2656 |  -168500 |     223104 |   543625 |   -935229 |   943680 |     17 | 1836ec2f971abfc2
                 1 | 1000000 | risk          |    605 |   202 |   319 |   403 |    202 |   0 |   0 |   44253 |   -28250 |      50820 |   126000 |   -205070 |   205070 |     13 | 8377edbe54a41c99
                 1 | 1000000 | risk-150      |   1338 |   230 |   665 |  1108 |    230 |   0 |   0 |   42080 |  -149125 |     112392 |   305750 |   -567267 |   567763 |     28 | 6a76ce89bdfe79e6
                 1 | 5000000 | default       |  57066 | 18399 | 28632 | 38664 |  18399 |   2 |   1 |   57066 | -4041250 |    4793544 | 11966625 | -20801419 | 20806973 |     25 | 4fb3a53fc9efbbfc
                 1 | 5000000 | risk          |   2800 |   910 |  1389 |  1890 |    910 |   0 |   0 |  219459 |  -184625 |     235200 |   586250 |  -1006075 |  1006075 |     20 | c1bb716f8d905780
                 2 |  100000 | default       |   1090 |   324 |   525 |   765 |    324 |   0 |   1 |    1090 |  -145375 |      91560 |   232000 |   -468935 |   468935 |     18 | 0a5bbf300b5daa7f
                 2 |  100000 | risk          |     43 |    11 |    18 |    32 |     11 |   0 |   0 |    4570 |   -10125 |       3612 |     9375 |    -23112 |    24768 |      8 | 2e4fb7c0e05cf904
        0xdeadbeef | 1000000 | default       |  11526 |  3616 |  5765 |  7910 |   3615 |   0 |   1 |   11526 | -1074625 |     968184 |  2429625 |  -4472434 |  4474844 |     24 | 65860c790bd62bdb
        0xdeadbeef | 1000000 | risk          |    422 |   117 |   197 |   305 |    117 |   0 |   0 |   43961 |   -77625 |      35448 |    90875 |   -203948 |   203948 |     16 | b664462492799d55
        """;

    private const string RefusalText = """
              seed |    bars | set           | day_limit | pause | trade_risk | worst_case | worst_day
                 1 |  100000 | risk          |         0 |   197 |          0 |       4295 |     -4836
                 1 |  100000 | risk-150      |         0 |  4076 |          0 |         85 |    -14104
                 1 |  100000 | risk-too-wide |         0 |     0 |       4611 |          0 |         0
                 1 | 1000000 | risk          |       849 |  4585 |          0 |      38214 |     -5508
                 1 | 1000000 | risk-150      |         0 | 38127 |          0 |       2615 |    -14850
                 1 | 5000000 | risk          |       849 | 20738 |          0 |     195072 |     -5508
                 2 |  100000 | risk          |         0 |   446 |          0 |       4081 |     -4836
        0xdeadbeef | 1000000 | risk          |         0 |  3310 |          0 |      40229 |     -4836
        """;

    private const string SweepText = """
        seed |    bars | best     | fast | slow |    worst |        sum | trades |         checksum
           1 |  100000 | -340827  |    7 |   55 |  -470149 |  -39763137 | 103768 | 64c873c283009c9b
           1 | 1000000 | -3356238 |   14 |   60 | -4743255 | -400434901 | 986289 | d4317aebe36657c1
        """;

    /// <summary>The series, as facts to compare.</summary>
    public static IReadOnlyList<SeriesRow> Series { get; } =
    [
        .. Lines(SeriesText)
            .Select(cells => new SeriesRow(
                Seed(cells[0]),
                Number(cells[1]),
                new ReferenceFacts
                {
                    Bars = Long(cells[1]),
                    Sessions = Number(cells[2]),
                    First = Long(cells[3]),
                    Last = Long(cells[4]),
                    LastClose = Long(cells[5]),
                    Highest = Long(cells[6]),
                    Lowest = Long(cells[7]),
                    Volume = Long(cells[8]),
                    Checksum = Checksum(cells[9]),
                }
            )),
    ];

    /// <summary>Jobs 1 and 2: every line has the refusals too, which are zero in job 1.</summary>
    public static IReadOnlyList<JobRow> Jobs { get; } =
    [.. Lines(JobText).Select(cells => new JobRow(Seed(cells[0]), Number(cells[1]), cells[2], Outcome(cells)))];

    /// <summary>Job 3.</summary>
    public static IReadOnlyList<SweepRow> Sweeps { get; } =
    [
        .. Lines(SweepText)
            .Select(cells => new SweepRow(
                Seed(cells[0]),
                Number(cells[1]),
                new SweepOutcome
                {
                    Best = Long(cells[2]),
                    BestFast = Number(cells[3]),
                    BestSlow = Number(cells[4]),
                    Worst = Long(cells[5]),
                    Sum = Long(cells[6]),
                    Trades = Long(cells[7]),
                    Checksum = Checksum(cells[8]),
                }
            )),
    ];

    /// <summary>The long one, job 1 with seed 1: its series and its outcome. Nobody stated its highest and lowest price.</summary>
    public static (int Bars, int Sessions, long Last, long LastClose, long Volume, ulong SeriesChecksum) LongSeries =>
        (33_200_000, 1_495, 1_888_079_043_000_000_000, 20_460, 2_141_221_642, 0xc9f93a1172c2b78a);

    /// <summary>What job 1 gives on the long one.</summary>
    public static ReferenceOutcome LongOutcome =>
        new()
        {
            Trades = 376_780,
            Wins = 121_230,
            Losses = 255_550,
            Longs = 187_960,
            Stops = 255_538,
            Targets = 121_218,
            DayEnds = 23,
            DataEnds = 1,
            Gross = -27_276_125,
            Commission = 31_649_520,
            Slippage = 79_042_750,
            Net = -137_968_395,
            MaxDrawdown = 137_971_768,
            LosingStreak = 33,
            Checksum = 0x1f55efc819084c43,
            Counts = new ReferenceCounts { Signals = 376_780 },
        };

    private static ReferenceOutcome Outcome(string[] cells) =>
        new()
        {
            Trades = Number(cells[3]),
            Wins = Number(cells[4]),
            Losses = Number(cells[3]) - Number(cells[4]),
            Longs = Number(cells[5]),
            Stops = Number(cells[6]),
            Targets = Number(cells[7]),
            DayEnds = Number(cells[8]),
            DataEnds = Number(cells[9]),
            Gross = Long(cells[11]),
            Commission = Long(cells[12]),
            Slippage = Long(cells[13]),
            Net = Long(cells[14]),
            MaxDrawdown = Long(cells[15]),
            LosingStreak = Number(cells[16]),
            Checksum = Checksum(cells[17]),
            Counts = Counts(cells),
        };

    private static ReferenceCounts Counts(string[] job)
    {
        var refusals = Lines(RefusalText).SingleOrDefault(cells => cells.AsSpan(0, 3).SequenceEqual(job.AsSpan(0, 3)));
        return refusals is null
            ? new ReferenceCounts { Signals = Long(job[10]) }
            : new ReferenceCounts
            {
                Signals = Long(job[10]),
                RefusedByDayLimit = Long(refusals[3]),
                RefusedByPause = Long(refusals[4]),
                RefusedByTradeRisk = Long(refusals[5]),
                RefusedByWorstCase = Long(refusals[6]),
                WorstDay = Long(refusals[7]),
            };
    }

    private static IEnumerable<string[]> Lines(string table) =>
        table.Split('\n').Skip(1).Select(line => line.Split('|', StringSplitOptions.TrimEntries));

    private static ulong Seed(string cell) =>
        cell.StartsWith("0x", StringComparison.Ordinal) ? Checksum(cell[2..]) : ulong.Parse(cell, CultureInfo.InvariantCulture);

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static long Long(string cell) => long.Parse(cell, CultureInfo.InvariantCulture);

    private static ulong Checksum(string cell) => ulong.Parse(cell, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

/// <summary>A series by seed and length, with what is known of it.</summary>
internal sealed record SeriesRow(ulong Seed, int Bars, ReferenceFacts Expected);

/// <summary>A run of job 1 or 2 by seed, length and name of its settings, with its outcome.</summary>
internal sealed record JobRow(ulong Seed, int Bars, string Set, ReferenceOutcome Expected);

/// <summary>A sweep by seed and length, with its outcome.</summary>
internal sealed record SweepRow(ulong Seed, int Bars, SweepOutcome Expected);
