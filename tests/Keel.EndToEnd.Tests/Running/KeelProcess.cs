using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Keel.EndToEnd.Tests.Running;

/// <summary>The built program while it runs.</summary>
internal sealed partial class KeelProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private KeelProcess(Process process)
    {
        this.process = process;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The program as it was built. Not the copy beside the tests where there is a choice: coverage rewrites that one, and it dies with its figures.</summary>
    public static string Program { get; } = Find();

    /// <summary>Starts the program.</summary>
    public static KeelProcess Start(IReadOnlyList<string> arguments) =>
        Start(new ProcessStartInfo("dotnet") { ArgumentList = { Program } }, arguments);

    /// <summary>Starts the program through another one.</summary>
    public static KeelProcess Start(ProcessStartInfo start, IReadOnlyList<string> arguments)
    {
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.UseShellExecute = false;
        return new KeelProcess(Process.Start(start)!);
    }

    /// <summary>Waits so long for the end; false when the program still runs.</summary>
    public bool Ends(TimeSpan within) => process.WaitForExit(within);

    /// <summary>Ends it as the power switch would.</summary>
    public void Kill() => process.Kill();

    /// <summary>Sends a signal, as a terminal or a service manager does.</summary>
    public void Signal(int signal) => Assert.Equal(0, SendSignal(process.Id, signal));

    /// <summary>Waits for the end; a program that does not end in time is killed, and the test fails.</summary>
    public KeelRun End(TimeSpan within)
    {
        using (this)
        {
            if (!process.WaitForExit(within))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"the program did not end within {within.TotalSeconds:0} seconds");
            }

            process.WaitForExit();
            return new KeelRun(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
        }
    }

    public void Dispose() => process.Dispose();

    private static string Find()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var built = Path.Combine(here.FullName, "..", "..", "Keel.Cli", here.Name, "keel.dll");
        return File.Exists(built) ? Path.GetFullPath(built) : Path.Combine(here.FullName, "keel.dll");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
