using System.Globalization;
using System.Text.Json;

namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>Importing again: the same file, its repaired rows, its neighbours.</summary>
public sealed class SecondImportTests
{
    private static readonly string[] Mes = ["--instrument", "MES"];

    public static TheoryData<string> Forms => ["plain", "words in the header", "decimal commas", "no header", "local times"];

    [Fact]
    public void The_same_file_twice_adds_nothing()
    {
        using var bench = new Workbench();
        var file = bench.Put("bars.csv", BarTable.Good());
        bench.ImportGood(file, Mes);
        var before = bench.State;

        var again = bench.ImportGood(file, Mes).Document;

        Assert.Equal(0, again.GetProperty("imported").GetInt32());
        Assert.Equal(BarTable.Bars, again.GetProperty("already_there").GetInt32());
        Assert.Equal(before, bench.State);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Repaired_rows_land_in_their_place(string form)
    {
        using var bench = new Workbench();
        var right = Table(form);
        var wrong = Table(form).Each((line, i) => i == 150 ? line.Replace(",48", ",4x") : line);
        var first = bench.ImportGood(bench.Put("bars.csv", Written(wrong, form)), Mes).Document;
        var quarantine = first.GetProperty("quarantine_file").GetString()!;
        Assert.Equal(1, first.GetProperty("quarantined").GetInt32());

        var repaired = bench.Put("repaired.csv", File.ReadAllText(quarantine).Replace("4x", "48"));
        var second = bench.ImportGood(repaired).Document;

        Assert.Equal(1, second.GetProperty("imported").GetInt32());
        using var other = new Workbench();
        var whole = other.ImportGood(other.Put("bars.csv", Written(right, form)), Mes).Document;
        Assert.Equal(whole.GetProperty("dataset").GetString(), second.GetProperty("dataset").GetString());
        Assert.Equal(other.State, bench.State with { Info = other.State.Info });
        bench.MustBeSound();
    }

    [Fact]
    public void Half_repaired_rows_are_taken_and_the_others_set_aside_again()
    {
        using var bench = new Workbench();
        var table = BarTable
            .Good()
            .Set(100, 2, "x")
            .Set(101, 0, BarTable.TimeOf(101).AddSeconds(30).ToString("s", CultureInfo.InvariantCulture) + "Z");
        var first = bench.ImportGood(bench.Put("bars.csv", table), Mes).Document;
        Assert.Equal(2, first.GetProperty("quarantined").GetInt32());
        var rows = File.ReadAllText(first.GetProperty("quarantine_file").GetString()!)
            .Replace(",x,", ",4900.00,")
            .Replace("4900.00", HighOf(100));

        var second = bench.ImportGood(bench.Put("half.csv", rows)).Document;

        Assert.Equal(1, second.GetProperty("imported").GetInt32());
        Assert.Equal("""{"time-off-interval":1}""", JsonSerializer.Serialize(second.GetProperty("reasons")));
    }

    [Fact]
    public void Another_bar_for_a_stored_minute_is_set_aside_unless_told_to_replace()
    {
        using var bench = new Workbench();
        bench.ImportGood(bench.Put("bars.csv", BarTable.Good()), Mes);
        var before = bench.State;
        var other = bench.Put("other.csv", BarTable.Good().Set(50, 5, "7"));

        var kept = bench.ImportGood(other, Mes).Document;

        Assert.Equal("""{"conflicts-with-catalog":1}""", JsonSerializer.Serialize(kept.GetProperty("reasons")));
        Assert.Equal(before, bench.State);
        Assert.Equal(1, bench.ImportGood(other, [.. Mes, "--replace"]).Document.GetProperty("imported").GetInt32());
        bench.MustBeSound();
    }

    [Fact]
    public void A_folder_is_imported_without_the_file_that_is_no_table_which_is_named()
    {
        using var bench = new Workbench();
        bench.Put("bars/a.csv", BarTable.Good());
        bench.Put("bars/b.csv", BarTable.Names);
        bench.Put("bars/c.csv", BarTable.Good(300, BarTable.TimeOf(301)));
        bench.Put("bars/notes.md", "not data, and not looked at");

        var run = bench.Import(bench["bars"], Mes);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(600, run.Document.GetProperty("imported").GetInt32());
        Assert.Contains("b.csv", run.Document.GetProperty("skipped")[0].GetProperty("source").GetString());
        Assert.Contains("b.csv", run.Error);
        bench.MustBeSound();
        File.Delete(bench["bars/b.csv"]);
        var again = bench.ImportGood(bench["bars"], Mes).Document;
        Assert.Equal(600, again.GetProperty("rows").GetInt32());
        Assert.Equal(600, again.GetProperty("imported").GetInt32() + again.GetProperty("duplicates").GetInt32());
        bench.MustBeSound();
    }

    private static BarTable Table(string form) =>
        form == "local times" ? BarTable.Local(new DateTime(2024, 2, 4)) : BarTable.Good();

    private static string Written(BarTable table, string form) =>
        form switch
        {
            "words in the header" => table.ToString().Replace("timestamp,open", "Gmt time,Open Price"),
            "decimal commas" => table.ToString().Replace(',', ';').Replace('.', ','),
            "no header" => table.ToString()[(BarTable.Names.Length + 1)..],
            _ => table.ToString(),
        };

    private static string HighOf(int row) => BarTable.Good().Lines[row].Split(',')[2];
}
