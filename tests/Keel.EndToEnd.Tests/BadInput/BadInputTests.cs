using System.Text.Json;
using Keel.EndToEnd.Tests.Running;

namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>Whatever is imported, the catalog's good data stay as they were, and what is wrong is said in words that help.</summary>
public sealed class BadInputTests
{
    private static readonly Dictionary<string, Ordeal> Ordeals = Enumerable
        .Concat(LayoutCases.All, ContainerCases.All)
        .Concat(RowCases.All)
        .Concat(OrderCases.All)
        .Concat(ClockCases.All)
        .Concat(ContractCases.All)
        .Concat(CommandCases.All)
        .ToDictionary(ordeal => ordeal.Name);

    public static TheoryData<string> Names => [.. Ordeals.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Imported(string name)
    {
        var ordeal = Ordeals[name];
        using var bench = new Workbench();
        var before = bench.State;
        var file = ordeal.File(bench);

        var run = bench.Import(file, ordeal.Options);

        Assert.False(run.ShowsStackTrace, run.Error);
        if (ordeal.Outcome is Outcome.Refused refused)
        {
            MustBeRefused(run, refused, file);
            // The same bytes as before: the catalog is as sound as it was.
            Assert.Equal(before, bench.State);
        }
        else
        {
            MustBeImported(run, (Outcome.Imported)ordeal.Outcome, bench);
            Assert.Equal(Workbench.GoodDataset, bench.Dataset("NQ"));
            bench.MustBeSound();
        }
    }

    private static void MustBeRefused(KeelRun run, Outcome.Refused refused, string file)
    {
        Assert.True(refused.ExitCode == run.ExitCode, $"exit code {run.ExitCode}\n{run.Output}{run.Error}");
        var error = run.Document.GetProperty("error");
        var (what, why) = (error.GetProperty("what").GetString()!, error.GetProperty("why").GetString()!);
        Assert.All(refused.Words, word => Assert.Contains(word, $"{what} {why}"));
        Assert.NotEmpty(error.GetProperty("remedy").GetString()!);
        Assert.InRange(run.Error.TrimEnd().Split('\n').Length, 1, 3);
        if (refused.ExitCode == 1)
        {
            Assert.Contains(Path.GetFileName(file), what);
        }
    }

    private static void MustBeImported(KeelRun run, Outcome.Imported imported, Workbench bench)
    {
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var document = run.Document;
        var reasons = document.GetProperty("reasons");
        var expected = imported.Reason is null ? "{}" : $$"""{"{{imported.Reason}}":{{imported.Rows}}}""";
        Assert.Equal(expected, JsonSerializer.Serialize(reasons));
        Assert.Equal(imported.Bars, document.GetProperty("imported").GetInt64());
        Assert.Equal(
            document.GetProperty("rows").GetInt64(),
            document.GetProperty("imported").GetInt64()
                + document.GetProperty("quarantined").GetInt64()
                + document.GetProperty("duplicates").GetInt64()
        );
        var setAside = imported.Reason is null or "duplicate" ? 0 : imported.Rows;
        Assert.Equal(setAside, document.GetProperty("quarantined").GetInt64());
        if (setAside > 0)
        {
            var lines = File.ReadAllLines(document.GetProperty("quarantine_file").GetString()!);
            Assert.Equal(setAside, lines.Count(line => line.StartsWith(imported.Reason!, StringComparison.Ordinal)));
        }

        Assert.Contains("MES", bench.State.Info);
    }
}
