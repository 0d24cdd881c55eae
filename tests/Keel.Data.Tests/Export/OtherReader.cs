using System.Diagnostics;
using System.Text.Json;

namespace Keel.Data.Tests.Export;

/// <summary>Reads Parquet with a program that nobody here wrote, run by Node from the test peers.</summary>
internal static class OtherReader
{
    /// <summary>The columns with their types, and the rows; skips the test where Node or the peers are missing.</summary>
    public static JsonElement Read(string file)
    {
        var peers = Path.Combine(CheckoutFolder.Path, "tests", "peers");
        if (!Directory.Exists(Path.Combine(peers, "node_modules", "hyparquet")))
        {
            Assert.Skip("the test peers are missing: run 'npm ci --ignore-scripts --prefix tests/peers'");
        }

        var start = new ProcessStartInfo("node", [Path.Combine(peers, "read-parquet.mjs"), file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Started(start);
        var trouble = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var text = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(node.ExitCode == 0, trouble.Result);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Node is missing: the programs that check Keel's files need it");
            throw;
        }
    }
}
