using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Keel.Research.Reports;

/// <summary>The summary document of a run, read by path: <c>performance.net_pnl</c>.</summary>
internal sealed class Summary(JsonObject document)
{
    /// <summary>The node at a path; null when there is none, or when it is null.</summary>
    public JsonNode? At(string path)
    {
        JsonNode? node = document;
        foreach (var name in path.Split('.'))
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    /// <summary>The figure as the document writes it; <c>null</c> when it has none.</summary>
    public string Raw(string path) => At(path) is JsonValue value ? Unquoted(value) : "null";

    /// <summary>The figure as a number; null when it is none.</summary>
    public decimal? Number(string path) =>
        decimal.TryParse(Raw(path), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The members of an object at a path, in their order.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Members(string path) => At(path) as JsonObject ?? [];

    /// <summary>The sentences of a list at a path.</summary>
    public IEnumerable<string> Sentences(string path) =>
        from node in At(path) as JsonArray ?? []
        where node is not null
        select node is JsonValue value ? Unquoted(value) : node.ToJsonString();

    private static string Unquoted(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
