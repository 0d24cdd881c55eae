using System.ComponentModel;
using System.Diagnostics;

namespace Keel.Cli.Console;

/// <summary>Opens a page in the user's browser.</summary>
internal static class Browser
{
    /// <summary>Opens a file; where that is not possible it says so, since nothing depends on it.</summary>
    public static void Open(string file, Terminal terminal)
    {
        var opener = OperatingSystem.IsMacOS() ? "open" : "xdg-open";
        try
        {
            using var started = Process.Start(
                new ProcessStartInfo(opener, [Path.GetFullPath(file)])
                {
                    UseShellExecute = false,
                    RedirectStandardError = true,
                    RedirectStandardOutput = true,
                }
            );
        }
        catch (Win32Exception)
        {
            terminal.Remark($"cannot open a browser here ({opener} is missing): open {file} yourself");
        }
    }
}
