using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Keel.Cli.Verbs;

/// <summary>The one JSON document of a verb.</summary>
internal static class JsonText
{
    // Output goes to people and programs, never into a web page: quotes and angle brackets may stay readable.
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The switch that asks for it.</summary>
    public static Option<bool> Option() =>
        new("--json") { Description = "One JSON document on standard output, all else on standard error." };

    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, JsonNode document) => output.WriteLine(document.ToJsonString(Readable));
}
