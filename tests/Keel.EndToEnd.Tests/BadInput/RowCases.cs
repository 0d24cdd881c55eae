namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>One wrong row, or a few, in a table that is good otherwise.</summary>
internal static class RowCases
{
    public static IEnumerable<Ordeal> All =>
        [
            Row("high below low", 2, "4700.00", "high-below-low"),
            Row("open above high", 1, "4820.00", "open-outside-range"),
            Row("close below low", 4, "4700.00", "close-outside-range"),
            Row("NaN", 3, "NaN", "not-a-number"),
            Row("infinite", 2, "inf", "not-a-number"),
            Row("a number beyond doubles", 2, "1e999", "not-a-number"),
            Row("an empty price", 1, "", "missing-value"),
            Row("a word for a price", 1, "n.a.", "unreadable-number"),
            Row("negative volume", 5, "-5", "negative-volume"),
            Row("half a contract", 5, "10.5", "fractional-volume"),
            Row("more volume than can be", 5, "4294967296", "absurd-volume"),
            Row("more volume than a number holds", 5, "99999999999999999999", "absurd-volume"),
            Row("a price of a million millions", 2, "1000000000000", "absurd-price"),
            Row("one price between ticks", 4, "4800.10", "off-tick", row: 1),
            Row("an impossible date", 0, "2024-02-30T15:00:00Z", "unreadable-time"),
            Row("an hour that is not", 0, "2024-01-03T25:00:00Z", "unreadable-time"),
            Row("a spike", "48000.00", 150),
            Row("a spike in the first row", "48000.00", 1),
            Row("a spike in the last row", "48000.00", BarTable.Bars),
            Row("a price of a tenth", "480.00", 150),
            Row("a price of nothing", "0", 150),
            new(
                "two rows of spikes",
                bench => bench.Put("bars.csv", Flat(Flat(BarTable.Good(), 150, "48000.00"), 151, "48000.00")),
                Outcome.But(2, "price-spike")
            ),
            new(
                "most prices between ticks",
                bench => bench.Put("bars.csv", BarTable.Good().Each((line, i) => i == 0 ? line : line.Replace(".75,", ".80,"))),
                Outcome.BadData("between the ticks", "row ")
            ),
            new(
                "no good row",
                bench => bench.Put("bars.csv", BarTable.Good().Each((line, i) => i == 0 ? line : line.Replace(",48", ",x48"))),
                Outcome.BadData("row 2", "no number")
            ),
        ];

    private static Ordeal Row(string name, int field, string text, string reason, int row = 150) =>
        new(name, bench => bench.Put("bars.csv", BarTable.Good().Set(row, field, text)), Outcome.But(1, reason));

    private static Ordeal Row(string name, string price, int row) =>
        new(name, bench => bench.Put("bars.csv", Flat(BarTable.Good(), row, price)), Outcome.But(1, "price-spike"));

    private static BarTable Flat(BarTable table, int row, string price) =>
        table.Set(row, 1, price).Set(row, 2, price).Set(row, 3, price).Set(row, 4, price);
}
