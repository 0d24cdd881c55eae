using System.Diagnostics;
using Keel.EndToEnd.Tests.Running;

namespace Keel.EndToEnd.Tests.Documents;

/// <summary>What a reader copies from "write a strategy" is what lies in <c>samples</c>, and it does what the document says.</summary>
public sealed class SampleTests
{
    private static readonly string Sample = Path.Combine(CheckoutFolder.Path, "samples/MyStrategies");
    private static readonly string Document = Path.Combine(CheckoutFolder.Path, "docs/write-a-strategy.md");

    [Theory]
    [InlineData("MyStrategies.csproj", "xml")]
    [InlineData("Dip.cs", "csharp")]
    [InlineData("dip.yaml", "yaml")]
    public void The_document_shows_the_files_of_the_sample(string file, string language)
    {
        var written = File.ReadAllText(Path.Combine(Sample, file)).TrimEnd();

        Assert.Contains($"```{language}\n{written}\n```", File.ReadAllText(Document), StringComparison.Ordinal);
    }

    [Fact]
    public void The_profile_in_the_guide_to_risk_is_the_one_that_is_shipped()
    {
        var written = File.ReadAllText(Path.Combine(CheckoutFolder.Path, "configs/mes-1s-scalper.yaml")).TrimEnd();

        Assert.Contains(
            $"```yaml\n{written}\n```",
            File.ReadAllText(Path.Combine(CheckoutFolder.Path, "docs/risk.md")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_sample_is_built_as_a_project_of_its_own_and_trades_as_the_document_says()
    {
        if (!LongRun.IsOn)
        {
            Assert.Skip("building a project does not fit the suite; ./keel test --long does it");
        }

        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Sample))
        {
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        }

        Build(folder.Path);
        var (data, results) = (Path.Combine(folder.Path, "mes.csv"), Path.Combine(folder.Path, "dip"));
        var made = KeelRun.Here(
            "data synth --instrument MES --schema bars-1m --from 2024-01-02 --days 20 --seed 7 --out"
                .Split(' ')
                .Append(data)
                .ToList()
        );
        Assert.Equal(0, made.ExitCode);
        var run = KeelRun.AsProcess(
            "backtest",
            "--config",
            Path.Combine(folder.Path, "dip.yaml"),
            "--assembly",
            Path.Combine(folder.Path, "bin/Debug/net10.0/MyStrategies.dll"),
            "--data",
            data,
            "--out",
            results
        );

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains(run.Output.TrimEnd(), File.ReadAllText(Document), StringComparison.Ordinal);
    }

    private static void Build(string folder)
    {
        var start = new ProcessStartInfo("dotnet", ["build", "-v", "quiet", "-nologo", $"-p:Keel={AppContext.BaseDirectory}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var build = Process.Start(start)!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.True(build.ExitCode == 0, output);
    }
}
