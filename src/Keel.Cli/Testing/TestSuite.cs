using System.Diagnostics;
using System.Xml.Linq;
using Keel.Cli.Console;
using Keel.Data;

namespace Keel.Cli.Testing;

/// <summary>Builds and runs the test projects of the checkout, and reads what they say.</summary>
internal sealed class TestSuite(string checkout, Terminal terminal)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    private readonly string results = Path.Combine(checkout, "artifacts", "test-results");

    /// <summary>Runs everything, or the tests whose names hold a text.</summary>
    public TestResult Run(string? filter, bool longTests, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }

        RestorePeers(stop);
        terminal.Remark("building …");
        if (Start("dotnet", stop, [], "build", "Keel.slnx", "-c", "Release", "-v", "quiet", "--nologo", "-clp:NoSummary") != 0)
        {
            throw new DataException("the sources do not build", "see the messages above", "mend them and run ./keel test again");
        }

        var built = clock.Elapsed.TotalSeconds;
        terminal.Remark($"built in {built:0.0} s; running …");
        List<string> arguments =
        [
            "test",
            "Keel.slnx",
            "-c",
            "Release",
            "--no-build",
            "--nologo",
            "-v",
            "quiet",
            "--logger",
            "trx",
            "--results-directory",
            results,
            "--settings",
            Path.Combine(checkout, "tests", "coverage.runsettings"),
        ];
        if (filter is not null)
        {
            arguments.AddRange(["--filter", $"FullyQualifiedName~{filter}"]);
        }

        var environment = longTests ? new Dictionary<string, string> { ["KEEL_LONG"] = "1" } : [];
        var code = Start("dotnet", stop, environment, [.. arguments]);
        return Read(code == 0, clock.Elapsed.TotalSeconds - built);
    }

    /// <summary>Programs that we did not write and tests check our files with; without them those tests skip and say so.</summary>
    private void RestorePeers(CancellationToken stop)
    {
        var folder = Path.Combine(checkout, "tests", "peers");
        var stamp = Path.Combine(folder, "node_modules", ".package-lock.json");
        if (
            File.Exists(stamp)
            && File.GetLastWriteTimeUtc(stamp) >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json"))
        )
        {
            return;
        }

        if (Start("npm", stop, [], "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", "--prefix", folder) != 0)
        {
            terminal.Remark("the test peers could not be restored with npm: their tests will be skipped");
        }
    }

    private int Start(string program, CancellationToken stop, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = checkout,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        // The program that runs the tests must not tell them that it is itself being run from another build.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        using var process =
            Process.Start(start) ?? throw new DataException($"cannot run {program}", "it did not start", "is it on the PATH?");
        using var cancel = stop.Register(() => process.Kill(entireProcessTree: true));
        process.OutputDataReceived += (_, line) => Pass(line.Data);
        process.ErrorDataReceived += (_, line) => Pass(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        stop.ThrowIfCancellationRequested();
        return process.ExitCode;
    }

    private void Pass(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            terminal.Remark(line);
        }
    }

    private IEnumerable<string> Results(string pattern) =>
        Directory.Exists(results)
            ? Directory.GetFiles(results, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];

    private TestResult Read(bool runnerSucceeded, double seconds)
    {
        var (passed, failed, skipped) = (0, 0, 0);
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var coverage = new CoverageFile();
        foreach (var path in Results("*.trx"))
        {
            foreach (var result in XDocument.Load(path).Descendants(Trx + "UnitTestResult"))
            {
                var outcome = (string?)result.Attribute("outcome");
                passed += outcome == "Passed" ? 1 : 0;
                skipped += outcome == "NotExecuted" ? 1 : 0;
                if (outcome == "NotExecuted")
                {
                    var reason =
                        result.Descendants(Trx + "Message").FirstOrDefault()?.Value
                        ?? result.Descendants(Trx + "StdOut").FirstOrDefault()?.Value
                        ?? "no reason given";
                    reasons[reason.Trim()] = reasons.GetValueOrDefault(reason.Trim()) + 1;
                }

                if (outcome == "Failed")
                {
                    failed++;
                    terminal.Remark($"FAILED {(string?)result.Attribute("testName")}");
                    terminal.Remark($"  {result.Descendants(Trx + "Message").FirstOrDefault()?.Value}");
                }
            }
        }

        foreach (var path in Results("coverage.cobertura.xml"))
        {
            coverage.Add(path);
        }

        foreach (var (reason, count) in reasons)
        {
            terminal.Line($"skipped {count}: {reason}");
        }

        foreach (var (project, percent, lines) in coverage.ByProject())
        {
            terminal.Line($"coverage {project, -16} {percent, 5:0.0} % of {lines} lines");
        }

        if (coverage.Percent is { } all)
        {
            terminal.Line($"line coverage {all:0.0} %");
        }

        terminal.Line($"tests took {seconds:0.0} s");
        return new TestResult(passed, failed, skipped, coverage.Percent, seconds, runnerSucceeded);
    }
}
