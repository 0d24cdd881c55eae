using System.Diagnostics;

namespace Keel.Cli.Console;

/// <summary>Shows how far long work is: a bar with rate and time left on a terminal, a line now and then elsewhere.</summary>
public sealed class Progress(Terminal terminal, string what) : IDisposable
{
    private const int BarWidth = 24;
    private static readonly TimeSpan OnScreen = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan InLogs = TimeSpan.FromSeconds(10);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan next = terminal.IsInteractive ? OnScreen : InLogs;
    private bool drawn;

    /// <summary>Tells how far the work is, as a share of the whole, with what it is at (rows so far, say).</summary>
    public void Report(double share, string at = "")
    {
        if (clock.Elapsed < next)
        {
            return;
        }

        next = clock.Elapsed + (terminal.IsInteractive ? OnScreen : InLogs);
        var left = share > 0.01 ? TimeSpan.FromSeconds(clock.Elapsed.TotalSeconds / share * (1 - share)) : (TimeSpan?)null;
        var text =
            $"{what}  {share * 100, 3:0} %  {at}{(left is null ? "" : $"  {(int)left.Value.TotalMinutes}:{left.Value.Seconds:00} left")}";
        if (terminal.IsInteractive)
        {
            var full = (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth);
            var bar = new string('█', full) + new string('░', BarWidth - full);
            terminal.Error.Write($"\r{Cut($"{bar}  {text}", terminal.Width - 1)}\u001b[K");
            drawn = true;
        }
        else
        {
            terminal.Remark(text);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (drawn)
        {
            terminal.Error.Write("\r\u001b[K");
        }
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..Math.Max(0, width)];
}
