using System.Globalization;

namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>Times that mislead.</summary>
internal static class ClockCases
{
    private const int LocalBars = 2 * 5 * 276;

    private static readonly DateTime SundayInJanuary = new(2024, 1, 7);
    private static readonly DateTime SundayBeforeSummerTime = new(2024, 3, 3);

    public static IEnumerable<Ordeal> All =>
        [
            Time("a leap to 2099", 150, "2099-01-03T17:00:00Z", "time-spike"),
            Time("a leap to 2099 in the last row", BarTable.Bars, "2099-01-03T17:00:00Z", "time-spike"),
            Time("a first row from 1990", 1, "1990-01-03T15:00:00Z", "time-spike"),
            Time("a time before 1970", 150, "1969-12-31T23:59:00Z", "absurd-time"),
            Time("a first row before 1970", 1, "1831-12-31T23:59:00Z", "absurd-time"),
            Time("a time after 2106", BarTable.Bars, "2150-01-03T15:00:00Z", "absurd-time"),
            Time("a bar off the minute", 150, "2024-01-03T17:29:30Z", "time-off-interval"),
            Time("a row without zone among rows with one", 150, "2024-01-03T17:29:00", "mixed-zones"),
            Time("one date in another form", 150, "01/03/2024 17:29", "unreadable-time"),
            new(
                "seconds since 1970 that no clock can hold",
                bench => bench.Put("bars.csv", Epochs().Set(150, 0, "9223372036.999999999")),
                Outcome.But(1, "unreadable-time")
            ),
            new(
                "seconds since 1970, one of them without meaning",
                bench => bench.Put("bars.csv", Epochs().Set(150, 0, "17042958x0")),
                Outcome.But(1, "unreadable-time")
            ),
            new(
                "day or month first, nobody can tell",
                bench => bench.Put("bars.csv", Dated(new DateTime(2024, 1, 3, 10, 0, 0), "MM/dd/yyyy HH:mm")),
                Outcome.BadData("day or month")
            ),
            new(
                "day or month first, as many times so as so",
                bench =>
                    bench.Put(
                        "bars.csv",
                        Dated(new DateTime(2024, 1, 15, 10, 0, 0), "MM/dd/yyyy HH:mm")
                            .Rearranged(rows => rows.Select((row, i) => i % 2 == 0 ? row : row.Replace("01/15", "15/01")))
                    ),
                Outcome.BadData("month/day", "day/month")
            ),
            new(
                "day or month first, told by the user",
                bench => bench.Put("bars.csv", Dated(new DateTime(2024, 1, 3, 10, 0, 0), "MM/dd/yyyy HH:mm")),
                Outcome.Whole()
            )
            {
                Options = ["--instrument", "MES", "--dates", "mdy", "--zone", "America/New_York"],
            },
            new(
                "no zone, and too few rows to tell",
                bench => bench.Put("bars.csv", BarTable.Good(100).Each((line, _) => line.Replace("Z,", ","))),
                Outcome.BadData("no zone")
            ),
            new(
                "no zone, found by the daily break",
                bench => bench.Put("bars.csv", BarTable.Local(SundayInJanuary)),
                Outcome.Whole(LocalBars)
            ),
            new(
                "the wrong zone",
                bench => bench.Put("bars.csv", BarTable.Local(SundayInJanuary)),
                Outcome.BadData("contradicts the data", "America/New_York")
            )
            {
                Options = ["--instrument", "MES", "--zone", "UTC"],
            },
            new(
                "a zone where the file has its own",
                bench => bench.Put("bars.csv", BarTable.Good()),
                Outcome.BadData("their own zone")
            )
            {
                Options = ["--instrument", "MES", "--zone", "America/Chicago"],
            },
            new(
                "a local time that daylight saving skipped",
                bench =>
                    bench.Put(
                        "bars.csv",
                        BarTable
                            .Local(SundayBeforeSummerTime)
                            .Rearranged(rows =>
                                [
                                    .. rows.Take(1380),
                                    BarTable.Bar(new DateTime(2024, 3, 10, 2, 30, 0), 0, "yyyy-MM-dd HH:mm:ss"),
                                    .. rows.Skip(1380),
                                ]
                            )
                    ),
                new Outcome.Imported(LocalBars, "no-such-local-time", 1)
            ),
        ];

    private static Ordeal Time(string name, int row, string time, string reason) =>
        new(name, bench => bench.Put("bars.csv", BarTable.Good().Set(row, 0, time)), Outcome.But(1, reason));

    private static BarTable Dated(DateTime from, string form) =>
        BarTable
            .Good()
            .Each(
                (line, i) =>
                    i == 0 ? line : from.AddMinutes(i).ToString(form, CultureInfo.InvariantCulture) + line[line.IndexOf(',')..]
            );

    private static BarTable Epochs() =>
        BarTable
            .Good()
            .Each(
                (line, i) =>
                    i == 0
                        ? line
                        : new DateTimeOffset(BarTable.TimeOf(i)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
                            + line[line.IndexOf(',')..]
            );
}
