using System.Security.Cryptography;
using System.Text;

namespace Keel.Research.Reports;

/// <summary>The style sheet and the script that every page carries inside itself.</summary>
internal static class Assets
{
    /// <summary>In the order in which they build on each other.</summary>
    private static readonly string[] ScriptFiles = ["clock", "plot", "trades", "price", "charts", "table", "page"];

    /// <summary>The style sheet.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>The script.</summary>
    public static string Script { get; } = string.Concat(ScriptFiles.Select(name => Read(name + ".js")));

    /// <summary>A policy under which the browser runs this script and this style only, and asks the network for nothing.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; script-src '{Hash(Script)}'; style-src '{Hash(Style)}'; img-src data:; base-uri 'none'; form-action 'none'";

    private static string Read(string name)
    {
        using var stream =
            typeof(Assets).Assembly.GetManifestResourceStream("Keel.Reports/" + name)
            ?? throw new InvalidOperationException($"{name} is not built into the program");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
