using System.Diagnostics;
using Keel.EndToEnd.Tests.Running;

namespace Keel.EndToEnd.Tests.Backtests;

/// <summary>A user's own project, built from source against Keel's assemblies and run by name.</summary>
public sealed class OwnProjectTests : IDisposable
{
    private const string Source = """
        using Keel.Domain.Markets;
        using Keel.Trading.Strategies;

        [Strategy("mine", "Buys after so many falling closes.")]
        public sealed class Mine(int falls = 3) : Strategy
        {
            private long last;
            private int falling;

            public override void OnBar(in Bar bar, StrategyDesk desk)
            {
                falling = bar.Close.InTicks < last ? falling + 1 : 0;
                last = bar.Close.InTicks;
                if (falling >= falls && desk.IsFlat) desk.Long();
            }
        }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_project_of_the_users_own_is_built_and_run()
    {
        Assert.SkipUnless(LongRun.IsOn, "builds a project: set KEEL_LONG=1");
        var keel = Path.GetDirectoryName(KeelProcess.Program)!;
        folder.Write("mine/Mine.cs", Source);
        folder.Write(
            "mine/Mine.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <Reference Include="{keel}/Keel.Domain.dll" Private="false" />
                <Reference Include="{keel}/Keel.Trading.dll" Private="false" />
              </ItemGroup>
            </Project>
            """
        );
        Build();
        var bars = folder["bars.csv"];
        KeelRun.Here("data", "synth", "--days", "5", "--out", bars);

        var run = KeelRun.AsProcess(
            "backtest",
            "--config",
            Backtesting.Profile("reference-job-1"),
            "--data",
            bars,
            "--assembly",
            folder["mine/bin/Release/net10.0/Mine.dll"],
            "--set",
            "bars=1m",
            "--set",
            "strategy={ name: mine, falls: 4 }",
            "--no-save",
            "--json"
        );

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.True(run.Document.GetProperty("performance").GetProperty("total_trades").GetInt32() > 10);
    }

    private void Build()
    {
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", ["build", "-c", "Release", "-v", "q", folder["mine"]])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        Assert.True(build.ExitCode == 0, output);
    }
}
