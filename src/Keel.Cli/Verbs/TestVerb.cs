using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Cli.Testing;

namespace Keel.Cli.Verbs;

/// <summary><c>test</c>: runs every test of the project.</summary>
internal static class TestVerb
{
    public static Verb Create()
    {
        var filter = new Option<string?>("--filter")
        {
            Description = "only tests whose full name holds this text",
            HelpName = "TEXT",
        };
        var longTests = new Option<bool>("--long")
        {
            Description = "also what does not fit the suite: large files, many kills, calibration",
        };
        return new Verb(
            "test",
            "Run every test of the project, measure the coverage of its lines, and say what could not run here and why.",
            "./keel test",
            "./keel test --filter Sessions",
            "./keel test --long"
        )
        {
            filter,
            longTests,
        }.Does(
            (parsed, terminal, stop) =>
            {
                var suite = new TestSuite(Checkout.Find(), terminal);
                var result = suite.Run(parsed.GetValue(filter), parsed.GetValue(longTests), stop);
                terminal.Document(
                    new JsonObject
                    {
                        ["passed"] = result.Passed,
                        ["failed"] = result.Failed,
                        ["skipped"] = result.Skipped,
                        ["line_coverage_pct"] = result.LineCoverage is { } coverage ? Math.Round(coverage, 1) : null,
                        ["seconds"] = Math.Round(result.Seconds, 1),
                    }
                );
                terminal.Line($"{result.Passed} passed, {result.Failed} failed, {result.Skipped} skipped");
                return result.IsGood ? ExitCode.Done : ExitCode.Failed;
            }
        );
    }
}
