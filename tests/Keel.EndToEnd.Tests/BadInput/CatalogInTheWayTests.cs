using System.Diagnostics;
using System.Text;
using Keel.EndToEnd.Tests.Running;

namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>The file is good; the catalog, or the disk below it, is not.</summary>
public sealed class CatalogInTheWayTests
{
    private static readonly string[] Mes = ["--instrument", "MES"];

    public static TheoryData<string> Manifests =>
        [
            "",
            "{",
            "null",
            "[]",
            "7",
            "{}",
            "\0\0\0\0",
            """{"version":99,"datasets":[]}""",
            """{"version":1,"datasets":null}""",
            """{"version":1,"datasets":[null]}""",
            """{"version":1,"datasets":[{"instrument":"NQ","schema":"bars-1m","tick":0.25,"partitions":null}]}""",
            """{"version":1,"datasets":[{"instrument":"NQ","schema":"bars-1m","tick":0.25,"lot":1,"partitions":[]}]}""",
            """{"version":1,"datasets":[{"instrument":null,"schema":"bars-1m","tick":0.25,"lot":1,"partitions":[null]}]}""",
        ];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void A_damaged_manifest_is_refused_and_stays_as_it_is(string manifest)
    {
        using var bench = new Workbench();
        var path = Path.Combine(bench.Catalog, "manifest.json");
        File.WriteAllText(path, manifest);
        var before = bench.State;

        MustFail(bench.Import(bench.Put("bars.csv", BarTable.Good()), Mes), "manifest.json");

        Assert.Equal(before.Files, bench.State.Files);
    }

    [Fact]
    public void A_full_disk_leaves_the_catalog_whole_and_the_next_import_succeeds()
    {
        using var bench = new Workbench();
        var before = bench.State;
        var file = bench.Put("bars.csv", BarTable.Good(20_000));
        string[] arguments = ["data", "import", file, .. Mes, "--catalog", bench.Catalog, "--json"];

        var run = KeelRun.WithFullDisk(2, arguments);

        MustFail(run, "cannot write");
        Assert.Equal(before, bench.State);
        bench.ImportGood(file, Mes);
        bench.MustBeSound();
    }

    [Fact]
    public void A_disk_too_full_for_the_quarantine_takes_no_bars_either()
    {
        using var bench = new Workbench();
        var before = bench.State;
        // Few good bars, and more refused rows than there is room for.
        var table = BarTable
            .Good()
            .Rearranged(rows => rows.Concat(rows.Select((row, i) => row.Replace("2024-01", "2024-13") + $",{i}")));
        var file = bench.Put("bars.csv", table);

        var run = KeelRun.WithFullDisk(8, ["data", "import", file, .. Mes, "--catalog", bench.Catalog, "--json"]);

        MustFail(run, "quarantine");
        Assert.Equal(before, bench.State);
        Assert.Equal(BarTable.Bars, bench.ImportGood(file, Mes).Document.GetProperty("quarantined").GetInt32());
    }

    [Fact]
    public void Another_program_that_holds_the_catalog_is_waited_for_by_the_user()
    {
        using var bench = new Workbench();
        var before = bench.State;
        var file = bench.Put("bars.csv", BarTable.Good());
        using (
            var other = Process.Start(
                new ProcessStartInfo("flock", [Path.Combine(bench.Catalog, ".lock"), "-c", "echo held; read -r anything"])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardInput = true,
                    UseShellExecute = false,
                }
            )!
        )
        {
            Assert.Equal("held", other.StandardOutput.ReadLine());
            MustFail(bench.Import(file, Mes), "cannot write to the catalog");
            Assert.Equal(before, bench.State);
            other.StandardInput.WriteLine();
            other.WaitForExit();
        }

        bench.ImportGood(file, Mes);
    }

    [Fact]
    public void A_catalog_that_is_a_file_is_refused()
    {
        using var bench = new Workbench();
        var file = bench.Put("bars.csv", BarTable.Good());

        MustFail(KeelRun.Here("data", "import", file, "--instrument", "MES", "--catalog", file, "--json"), "it is a file");

        Assert.Equal(BarTable.Good().ToString(), File.ReadAllText(file));
    }

    [Fact]
    public void A_folder_that_nobody_may_write_to_is_refused()
    {
        using var bench = new Workbench();
        var file = bench.Put("bars.csv", BarTable.Good());
        Assert.SkipUnless(Directory.Exists("/proc/self"), "only Linux has a folder that even root cannot write to");

        MustFail(
            KeelRun.Here("data", "import", file, "--instrument", "MES", "--catalog", "/proc/keel", "--json"),
            "cannot write to the catalog"
        );
    }

    [Fact]
    public void A_read_only_catalog_is_refused_and_stays_whole()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.SkipWhen(Environment.UserName == "root", "root may write to read-only folders");
        using var bench = new Workbench();
        var before = bench.State;
        var file = bench.Put("bars.csv", BarTable.Good());
        File.SetUnixFileMode(bench.Catalog, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        MustFail(bench.Import(file, Mes), "catalog");

        File.SetUnixFileMode(bench.Catalog, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(before, bench.State);
    }

    [Fact]
    public void A_symbol_called_like_the_manifest_does_not_replace_it()
    {
        using var bench = new Workbench();
        var before = bench.State;

        MustFail(
            bench.Import(bench.Put("bars.csv", BarTable.Good()), "--instrument", "manifest.json", "--tick", "0.25"),
            "cannot write to the catalog"
        );

        Assert.Equal(before, bench.State);
    }

    private static void MustFail(KeelRun run, string words)
    {
        Assert.True(run.ExitCode == 1, $"exit code {run.ExitCode}\n{run.Output}{run.Error}");
        Assert.False(run.ShowsStackTrace, run.Error);
        var error = run.Document.GetProperty("error");
        var said = new StringBuilder().Append(error.GetProperty("what")).Append(' ').Append(error.GetProperty("why")).ToString();
        Assert.Contains(words, said);
        Assert.NotEmpty(error.GetProperty("remedy").GetString()!);
    }
}
