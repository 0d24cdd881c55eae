namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>Rows that are good one by one, in the wrong order or too often.</summary>
internal static class OrderCases
{
    public static IEnumerable<Ordeal> All =>
        [
            new("from late to early", bench => Put(bench, rows => rows.Reverse()), Outcome.Whole()),
            new(
                "shuffled",
                bench =>
                    Put(
                        bench,
                        rows =>
                        {
                            var shuffled = rows.ToArray();
                            new Random(3).Shuffle(shuffled);
                            return shuffled;
                        }
                    ),
                Outcome.Whole()
            ),
            new("two rows changed places", bench => Put(bench, rows => Swapped(rows, 100)), Outcome.But(1, "time-backward")),
            new(
                "rows repeated word for word",
                bench => Put(bench, rows => rows.SelectMany((row, i) => i % 30 == 0 ? new[] { row, row } : [row])),
                new Outcome.Imported(BarTable.Bars, "duplicate", 10)
            ),
            new(
                "a block stored twice",
                bench => Put(bench, rows => [.. rows.Take(200), .. rows.Skip(180)]),
                new Outcome.Imported(BarTable.Bars, "duplicate", 20)
            ),
            new(
                "the whole table stored twice",
                bench => Put(bench, rows => [.. rows, .. rows]),
                new Outcome.Imported(BarTable.Bars, "duplicate", BarTable.Bars)
            ),
            new(
                "two bars for one minute",
                bench => Put(bench, rows => [.. rows.Take(100), rows[99].Replace(",48", ",47"), .. rows.Skip(100)]),
                new Outcome.Imported(BarTable.Bars, "conflicting-duplicate", 1)
            ),
            new(
                "two series interleaved",
                bench => Put(bench, rows => rows.SelectMany(row => new[] { row, row.Replace(",48", ",49") })),
                Outcome.BadData("several contracts or series", "row ")
            ),
        ];

    private static string Put(Workbench bench, Func<IReadOnlyList<string>, IEnumerable<string>> rows) =>
        bench.Put("bars.csv", BarTable.Good().Rearranged(rows));

    private static IEnumerable<string> Swapped(IReadOnlyList<string> rows, int at) =>
        [.. rows.Take(at), rows[at + 1], rows[at], .. rows.Skip(at + 2)];
}
