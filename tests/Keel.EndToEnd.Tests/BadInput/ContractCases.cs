namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>Files of another instrument, or of more than one.</summary>
internal static class ContractCases
{
    public static IEnumerable<Ordeal> All =>
        [
            new("a column says another instrument", bench => With(bench, _ => "MCLG4"), Outcome.BadData("MCLG4", "MES")),
            new(
                "a column says two contracts",
                bench => With(bench, i => i % 2 == 0 ? "MESH4" : "MESM4"),
                Outcome.BadData("several contracts", "MESH4", "MESM4")
            ),
            new(
                "the second contract comes late",
                bench => With(bench, i => i < 290 ? "MESH4" : "MESM4"),
                Outcome.BadData("several contracts", "MESH4", "MESM4")
            ),
            new("a column says the very contract", bench => With(bench, _ => "MESH4"), Outcome.Whole()),
            new(
                "another instrument, by its ticks",
                bench => bench.Put("bars.csv", BarTable.Good()),
                Outcome.BadData("between the ticks")
            )
            {
                Options = ["--instrument", "YM"],
            },
            new(
                "an unknown instrument with a tick too coarse",
                bench => bench.Put("bars.csv", BarTable.Good()),
                Outcome.BadData("between the ticks")
            )
            {
                Options = ["--instrument", "XYZ", "--tick", "1"],
            },
        ];

    private static string With(Workbench bench, Func<int, string> symbol) =>
        bench.Put("bars.csv", BarTable.Good().Each((line, i) => $"{line},{(i == 0 ? "symbol" : symbol(i))}"));
}
