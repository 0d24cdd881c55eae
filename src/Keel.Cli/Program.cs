using System.Runtime.InteropServices;
using Keel.Cli;
using Keel.Cli.Console;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);

var utf8 = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(System.Console.OpenStandardOutput(), utf8);
using var error = new StreamWriter(System.Console.OpenStandardError(), utf8) { AutoFlush = true };
var interactive = !System.Console.IsErrorRedirected;
var width = System.Console.IsOutputRedirected ? 120 : Math.Clamp(System.Console.WindowWidth, 60, 160);
return CommandLine.Run(args, new Terminal(output, error, interactive, width), stop.Token);

void Interrupt(PosixSignalContext signal)
{
    // The verb ends in an orderly way at its next safe point.
    signal.Cancel = true;
    stop.Cancel();
}
