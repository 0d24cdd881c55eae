using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Profiles;
using Keel.Cli.Profiles.Keys;

namespace Keel.Cli.Verbs;

/// <summary><c>keel config keys</c>: every key with its default and meaning, made from the schema itself.</summary>
internal static class ConfigKeys
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output)
    {
        var filter = new Option<string?>("--filter") { Description = "Only keys in whose name or meaning this text occurs." };
        var json = JsonText.Option();
        var command = new Command(
            "keys",
            """
            Every key of a profile with its default and meaning.

            Example: ./keel config keys --filter stop
            """
        )
        {
            filter,
            json,
        };
        command.SetAction(parsed =>
        {
            var keys = Matching(parsed.GetValue(filter) ?? "");
            if (parsed.GetValue(json))
            {
                JsonText.Write(output, Document(keys));
            }
            else
            {
                WriteTable(output, keys);
            }

            return 0;
        });
        return command;
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

    private static void WriteTable(TextWriter output, ProfileKey[] keys)
    {
        if (keys.Length == 0)
        {
            output.WriteLine("No key matches.");
            return;
        }

        var keyWidth = Math.Max("key".Length, keys.Max(key => key.Path.Length));
        var defaultWidth = Math.Max("default".Length, keys.Max(key => Default(key).Length));
        output.WriteLine($"{"key".PadRight(keyWidth)}  {"default".PadRight(defaultWidth)}  meaning");
        foreach (var key in keys)
        {
            output.WriteLine(
                $"{key.Path.PadRight(keyWidth)}  {Default(key).PadRight(defaultWidth)}  {key.Meaning} ({key.Rule.Wanted})"
            );
        }
    }

    private static string Default(ProfileKey key) => key.Default ?? (key.Required ? "required" : "-");
}
