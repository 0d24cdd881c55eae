using System.Runtime.InteropServices;
using Keel.Cli;
using Keel.Cli.Console;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

var utf8 = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// Flushed below, and not disposed: an answer that cannot be written is an error to tell, not one to stumble over again.
var output = new StreamWriter(System.Console.OpenStandardOutput(), utf8);
using var error = new StreamWriter(System.Console.OpenStandardError(), utf8) { AutoFlush = true };
var interactive = !System.Console.IsErrorRedirected;
var width = System.Console.IsOutputRedirected ? 120 : Math.Clamp(System.Console.WindowWidth, 60, 160);
try
{
    var code = CommandLine.Run(args, new Terminal(output, error, interactive, width), stop.Token);
    output.Flush();
    return code;
}
catch (IOException refused)
{
    // Whoever read the answer is gone, or its disk is full.
    error.WriteLine(
        $"keel: cannot write the answer\n  why:    {refused.Message}\n  remedy: free space, or send the answer elsewhere"
    );
    return ExitCode.Failed;
}

void Interrupt(PosixSignalContext signal)
{
    // The verb ends in an orderly way at its next safe point; who asks a second time does not want to wait for it.
    signal.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}
