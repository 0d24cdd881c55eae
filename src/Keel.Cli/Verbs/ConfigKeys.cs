using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Cli.Profiles;
using Keel.Cli.Profiles.Keys;

namespace Keel.Cli.Verbs;

/// <summary><c>keel config keys</c>: every key with its default and meaning, made from the schema itself.</summary>
internal static class ConfigKeys
{
    /// <summary>The verb.</summary>
    public static Verb Create()
    {
        var filter = new Option<string?>("--filter") { Description = "only keys in whose name or meaning this text occurs" };
        return new Verb(
            "keys",
            "Every key of a profile with its default and meaning.",
            "./keel config keys --filter stop",
            "./keel config keys --json"
        )
        {
            filter,
        }.Does(
            (parsed, terminal, _) =>
            {
                var keys = Matching(parsed.GetValue(filter) ?? "");
                WriteTable(terminal, keys);
                terminal.Document(Document(keys));
                return ExitCode.Done;
            }
        );
    }

    private static ProfileKey[] Matching(string text) =>
        [
            .. ProfileSchema.Keys.Where(key =>
                key.Path.Contains(text, StringComparison.OrdinalIgnoreCase)
                || key.Meaning.Contains(text, StringComparison.OrdinalIgnoreCase)
            ),
        ];

    private static JsonObject Document(ProfileKey[] keys) =>
        new()
        {
            ["keys"] = new JsonArray([.. keys.Select(Row)]),
            ["former_names"] = new JsonObject(
                ProfileSchema
                    .FormerNames.OrderBy(name => name.Key, StringComparer.Ordinal)
                    .Select(name => KeyValuePair.Create(name.Key, (JsonNode?)name.Value))
            ),
        };

    private static JsonObject Row(ProfileKey key) =>
        new()
        {
            ["key"] = key.Path,
            ["required"] = key.Required,
            ["default"] = key.Default,
            ["value"] = key.Rule.Wanted,
            ["example"] = key.Rule.Example,
            ["meaning"] = key.Meaning,
        };

    private static void WriteTable(Terminal terminal, ProfileKey[] keys)
    {
        if (keys.Length == 0)
        {
            terminal.Line("No key matches.");
            return;
        }

        var keyWidth = Math.Max("key".Length, keys.Max(key => key.Path.Length));
        var defaultWidth = Math.Max("default".Length, keys.Max(key => Default(key).Length));
        terminal.Line($"{"key".PadRight(keyWidth)}  {"default".PadRight(defaultWidth)}  meaning");
        foreach (var key in keys)
        {
            terminal.Line(
                $"{key.Path.PadRight(keyWidth)}  {Default(key).PadRight(defaultWidth)}  {key.Meaning} ({key.Rule.Wanted})"
            );
        }
    }

    private static string Default(ProfileKey key) => key.Default ?? (key.Required ? "required" : "-");
}
