using Keel.EndToEnd.Tests.Running;

namespace Keel.EndToEnd.Tests.Crash;

/// <summary>However an import ends, the catalog holds what it held before or all that was imported, nothing between.</summary>
public sealed class CutOffImportTests(BigImport import) : IClassFixture<BigImport>
{
    private const int Seed = 20_240_103;
    private const int Interrupt = 2;
    private const int Terminate = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void Killed_at_any_moment_the_catalog_is_as_before_or_as_after()
    {
        var kills = LongRun.IsOn ? 25 : 4;
        var random = new Random(Seed);
        var catalog = import.NewCatalog();
        for (var kill = 0; kill < kills; kill++)
        {
            // One kill in every stretch of the run, from just after the start to the very end.
            var share = (kill + random.NextDouble()) / kills;
            var program = import.Start(catalog);
            if (!program.Ends(import.Duration * share))
            {
                program.Kill();
            }

            program.End(Patience);
            var state = BigImport.StateOf(catalog);
            var run = $"kill {kill} of seed {Seed}, after {share:P0} of {import.Duration.TotalMilliseconds:0} ms";
            Assert.True(state == import.Before || state == import.After, $"{run}: the catalog is neither as before nor as after");
            MustOpen(catalog);
            catalog = state == import.After ? import.NewCatalog() : catalog;
        }

        var last = import.Start(catalog).End(Patience);
        Assert.True(last.ExitCode == 0, last.Output + last.Error);
        Assert.Equal(import.Dataset, last.Document.GetProperty("dataset").GetString());
        Assert.Equal(import.After, BigImport.StateOf(catalog));
        Assert.Equal(0, BigImport.Staged(catalog));
        MustBeSound(catalog);
    }

    [Fact]
    public void The_next_import_goes_on_where_the_killed_one_was()
    {
        var catalog = import.NewCatalog();
        var program = import.Start(catalog);
        RunUntilMonthsAreStaged(program, catalog, 4);
        program.Kill();
        program.End(Patience);
        var staged = BigImport.Staged(catalog);

        var resumed = import.Start(catalog).End(Patience).Document;

        Assert.InRange(staged, 4, 23);
        Assert.Equal(staged, resumed.GetProperty("resumed_months").GetInt32());
        Assert.Equal(import.Dataset, resumed.GetProperty("dataset").GetString());
        Assert.Equal(import.After, BigImport.StateOf(catalog));
    }

    [Theory]
    [InlineData(Interrupt)]
    [InlineData(Terminate)]
    public void A_signal_ends_the_import_in_an_orderly_way(int signal)
    {
        var catalog = import.NewCatalog();
        var program = import.Start(catalog);
        RunUntilMonthsAreStaged(program, catalog, 1);
        program.Signal(signal);

        var run = program.End(Patience);

        Assert.Equal(130, run.ExitCode);
        Assert.Equal("interrupted", run.Document.GetProperty("error").GetProperty("what").GetString());
        Assert.False(run.ShowsStackTrace, run.Error);
        Assert.Equal(import.Before, BigImport.StateOf(catalog));
        MustOpen(catalog);
    }

    private static void RunUntilMonthsAreStaged(KeelProcess program, string catalog, int months)
    {
        while (BigImport.Staged(catalog) < months)
        {
            Assert.False(program.Ends(TimeSpan.FromMilliseconds(1)), "the import ended before it could be cut off");
        }
    }

    private static void MustOpen(string catalog)
    {
        var run = KeelRun.Here("data", "info", "--catalog", catalog, "--json");
        Assert.True(run.ExitCode == 0, run.Error);
    }

    private static void MustBeSound(string catalog)
    {
        var run = KeelRun.Here("data", "validate", "--instrument", "MES", "--catalog", catalog, "--json");
        // Round the clock through weekends as these bars are, there is much to remark, but nothing wrong.
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
    }
}
