using System.Diagnostics;
using System.Text.Json;
using Keel.Cli;
using Keel.Cli.Console;

namespace Keel.EndToEnd.Tests.Running;

/// <summary>One run of the command line and what it left: exit code, standard output, standard error.</summary>
internal sealed record KeelRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The one JSON document on standard output; fails the test where there is not exactly one.</summary>
    public JsonElement Document
    {
        get
        {
            try
            {
                // Parsing fails on anything behind the first document, so this also proves that there is only one.
                return JsonDocument.Parse(Output).RootElement.Clone();
            }
            catch (JsonException broken)
            {
                Assert.Fail($"standard output is not one JSON document ({broken.Message}):\n{Output}\nstandard error:\n{Error}");
                throw;
            }
        }
    }

    /// <summary>Whether a stack trace shows.</summary>
    public bool ShowsStackTrace => Error.Contains("\n   at ", StringComparison.Ordinal) || Error.Contains("Unhandled exception");

    /// <summary>Runs the command line inside the test's own process.</summary>
    public static KeelRun Here(params IReadOnlyList<string> arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(arguments, new Terminal(output, error, false, 120), TestContext.Current.CancellationToken);
        return new KeelRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs the built program to its end.</summary>
    public static KeelRun AsProcess(params IReadOnlyList<string> arguments) => KeelProcess.Start(arguments).End(Patience);

    /// <summary>Runs the built program where no file may grow beyond so many kilobytes: the nearest thing to a full disk that needs no rights.</summary>
    public static KeelRun WithFullDisk(int kilobytes, params IReadOnlyList<string> arguments) =>
        KeelProcess
            .Start(
                new ProcessStartInfo("bash")
                {
                    ArgumentList =
                    {
                        "-c",
                        $"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet \"$@\"",
                        "keel",
                        KeelProcess.Program,
                    },
                    // Otherwise the runtime itself wants a file of two gigabytes, if only in memory.
                    Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
                },
                arguments
            )
            .End(Patience);
}
