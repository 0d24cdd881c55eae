namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>Good files and bad requests.</summary>
internal static class CommandCases
{
    public static IEnumerable<Ordeal> All =>
        [
            Asked("no instrument", Outcome.BadUsage("which instrument")),
            Asked("a symbol that leads out of the catalog", Outcome.BadUsage("no symbol"), "--instrument", "../../MES"),
            Asked("a symbol as long as a novel", Outcome.BadUsage("no symbol"), "--instrument", new string('M', 300)),
            Asked("an unknown zone", Outcome.BadUsage("Mars/Olympus"), "--instrument", "MES", "--zone", "Mars/Olympus"),
            Asked("an unknown schema", Outcome.BadUsage("bars-7x"), "--instrument", "MES", "--schema", "bars-7x"),
            Asked(
                "a coarser schema than the data",
                Outcome.BadData("60 seconds apart", "bars-5m"),
                "--instrument",
                "MES",
                "--schema",
                "bars-5m"
            ),
            Asked(
                "a finer schema than the data",
                Outcome.BadData("60 seconds apart", "bars-1s"),
                "--instrument",
                "MES",
                "--schema",
                "bars-1s"
            ),
            Asked(
                "a tick that contradicts what is known",
                Outcome.BadUsage("--tick 0.1", "0.25"),
                "--instrument",
                "MES",
                "--tick",
                "0.1"
            ),
            Asked("a tick of nothing", Outcome.BadUsage("--tick 0"), "--instrument", "XYZ", "--tick", "0"),
            Asked("a tick below zero", Outcome.BadUsage("--tick -1"), "--instrument", "XYZ", "--tick", "-1"),
            Asked(
                "a tick finer than any price",
                Outcome.BadUsage("--tick 0.0000000001"),
                "--instrument",
                "XYZ",
                "--tick",
                "0.0000000001"
            ),
            Asked("a tick that is no number", Outcome.BadUsage("--tick"), "--instrument", "XYZ", "--tick", "fine"),
            Asked("a misspelt option", Outcome.BadUsage("--instrumnet", "--instrument?"), "--instrumnet", "MES"),
            Asked("an unknown stamp", Outcome.BadUsage("--stamp middle"), "--instrument", "MES", "--stamp", "middle"),
            Asked("an unknown order of dates", Outcome.BadUsage("--dates ymd"), "--instrument", "MES", "--dates", "ymd"),
            new("a missing file", bench => bench["nowhere.csv"], Outcome.BadData("no such file")),
            new(
                "an empty folder",
                bench => Directory.CreateDirectory(bench["bars"]).FullName,
                Outcome.BadData("nothing to import", "folder")
            ),
            new(
                "a folder called like a file",
                bench => Directory.CreateDirectory(bench["bars.csv"]).FullName,
                Outcome.BadData("nothing to import")
            ),
            new("a file that cannot be read", _ => "/proc/self/mem", Outcome.BadData("cannot read")),
            new(
                "a name with marks that mean something",
                bench => bench.Put("wow! [1] *;'.csv", BarTable.Good()),
                Outcome.Whole()
            ),
        ];

    private static Ordeal Asked(string name, Outcome outcome, params string[] options) =>
        new(name, bench => bench.Put("bars.csv", BarTable.Good()), outcome) { Options = options };
}
