using System.Text;

namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>Text laid out in other ways than expected.</summary>
internal static class LayoutCases
{
    public static IEnumerable<Ordeal> All =>
        [
            new("semicolons instead of commas", bench => Recut(bench, ';'), Outcome.Whole()),
            new("tabs instead of commas", bench => Recut(bench, '\t'), Outcome.Whole()),
            new("bars instead of commas", bench => Recut(bench, '|'), Outcome.Whole()),
            new("blanks instead of commas", bench => Recut(bench, ' '), Outcome.Whole()),
            new("a delimiter nobody uses", bench => Recut(bench, '^'), Outcome.BadData("no table of bars", "no delimiter")),
            new(
                "decimal commas between semicolons",
                bench => bench.Put("bars.csv", BarTable.Good().Each((line, _) => line.Replace(',', ';').Replace('.', ','))),
                Outcome.Whole()
            ),
            new(
                "decimal commas between commas",
                bench => bench.Put("bars.csv", BarTable.Good().Each((line, i) => i == 0 ? line : line.Replace('.', ','))),
                Outcome.BadData("row 2", "high below low")
            ),
            new("header only", bench => bench.Put("bars.csv", BarTable.Names + "\n"), Outcome.BadData("no rows")),
            new("empty file", bench => bench.Put("bars.csv", ""), Outcome.BadData("empty")),
            new("nothing but blanks", bench => bench.Put("bars.csv", "  \n\t\n   \r\n"), Outcome.BadData("empty")),
            new("binary junk", bench => bench.Put("bars.csv", Junk(4000)), Outcome.BadData("neither text")),
            new(
                "junk without a zero byte",
                bench => bench.Put("bars.csv", Junk(4000).Select(b => b == 0 ? (byte)1 : b).ToArray()),
                Outcome.BadData("no table of bars")
            ),
            new(
                "UTF-16",
                bench =>
                    bench.Put(
                        "bars.csv",
                        [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(BarTable.Good().ToString())]
                    ),
                Outcome.BadData("UTF-16")
            ),
            new(
                "UTF-16 without mark",
                bench => bench.Put("bars.csv", Encoding.BigEndianUnicode.GetBytes(BarTable.Good().ToString())),
                Outcome.BadData("neither text")
            ),
            new(
                "UTF-8 with mark",
                bench => bench.Put("bars.csv", [.. Encoding.UTF8.Preamble, .. BarTable.Good().Bytes]),
                Outcome.Whole()
            ),
            new(
                "Windows line ends",
                bench => bench.Put("bars.csv", BarTable.Good().ToString().Replace("\n", "\r\n")),
                Outcome.Whole()
            ),
            new("no line end at the end", bench => bench.Put("bars.csv", BarTable.Good().ToString().TrimEnd()), Outcome.Whole()),
            new(
                "a last line cut short",
                bench => bench.Put("bars.csv", BarTable.Good().ToString()[..^24]),
                Outcome.But(1, "missing-columns")
            ),
            new(
                "a line longer than a megabyte",
                bench => bench.Put("bars.csv", BarTable.Good().Set(200, 5, new string('7', 2_000_000))),
                Outcome.BadData("line 201", "longer than a megabyte")
            ),
            new(
                "a long line",
                bench => bench.Put("bars.csv", BarTable.Good().Set(200, 5, new string('7', 100_000))),
                Outcome.But(1, "unreadable-number")
            ),
            new(
                "a zero byte in the middle",
                bench => bench.Put("bars.csv", BarTable.Good().Set(200, 4, "48\0\0.25")),
                Outcome.But(1, "unreadable-number")
            ),
            new(
                "prose below the table",
                bench =>
                    bench.Put(
                        "bars.csv",
                        $"{BarTable.Good(60)}{string.Concat(Enumerable.Repeat("as supplied by the vendor\n", 240))}"
                    ),
                Outcome.But(240, "missing-columns")
            ),
            new(
                "rows with fewer columns than the header",
                bench => bench.Put("bars.csv", BarTable.Good().Each((line, i) => i == 0 ? "a,b,c,d,e," + line : line)),
                Outcome.BadData("no table of bars")
            ),
            new(
                "a header that lacks the close",
                bench =>
                    bench.Put("bars.csv", BarTable.Good().Each((line, i) => i == 0 ? line.Replace("close", "colour") : line)),
                Outcome.BadData("line 1", "colour")
            ),
            new(
                "a header that would paint the screen",
                bench =>
                    bench.Put("bars.csv", BarTable.Good().Each((line, i) => i == 0 ? line.Replace("close", "\u001b[2J") : line)),
                Outcome.BadData("line 1")
            ),
            new(
                "a quarantine mark that says everything twice",
                bench => bench.Put("bars.csv", $"# keel quarantine; zone=UTC; zone=Mars; stamp=sideways\n{BarTable.Good()}"),
                Outcome.Whole()
            ),
        ];

    private static string Recut(Workbench bench, char delimiter) =>
        bench.Put("bars.csv", BarTable.Good().Each((line, _) => line.Replace(',', delimiter)));

    private static byte[] Junk(int count)
    {
        var bytes = new byte[count];
        new Random(5).NextBytes(bytes);
        return bytes;
    }
}
