using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Strategies.Registry;

namespace Keel.Cli.Verbs.Research;

/// <summary><c>strategies list</c>: which strategies can be named in a profile, what they do, and their settings.</summary>
internal static class StrategiesVerb
{
    public static Verb Create() =>
        new(
            "strategies",
            "The strategies that a profile can name.",
            "./keel strategies list",
            "./keel strategies list --assembly bin/MyStrategies.dll --json"
        )
        {
            List(),
        };

    private static Verb List()
    {
        var options = new ResearchOptions();
        return new Verb(
            "list",
            "Name, what it does, settings with their defaults: Keel's own strategies, and those of your assemblies.",
            "./keel strategies list",
            "./keel strategies list --assembly bin/MyStrategies.dll --json"
        )
        {
            options.Assembly,
        }.Does(
            (parsed, terminal, _) =>
            {
                var kinds = options.KindsOf(parsed).All;
                foreach (var kind in kinds)
                {
                    Show(kind, terminal);
                }

                terminal.Document(new JsonObject { ["strategies"] = new JsonArray([.. kinds.Select(Document)]) });
                return ExitCode.Done;
            }
        );
    }

    private static void Show(StrategyKind kind, Terminal terminal)
    {
        terminal.Line(kind.Name);
        terminal.Line($"  {kind.Summary}");
        foreach (var setting in kind.Settings)
        {
            var standard = setting.Standard switch
            {
                null => "must be given",
                "" => "may be left out",
                { } text => $"default {text}",
            };
            terminal.Line($"  {setting.Name, -16}{standard}, {setting.Kind}");
        }

        terminal.Line();
    }

    private static JsonNode Document(StrategyKind kind) =>
        new JsonObject
        {
            ["name"] = kind.Name,
            ["summary"] = kind.Summary,
            ["class"] = kind.Type.FullName,
            ["assembly"] = kind.Type.Assembly.GetName().Name,
            ["settings"] = new JsonArray([
                .. kind.Settings.Select(setting => new JsonObject
                {
                    ["name"] = setting.Name,
                    ["value"] = setting.Kind,
                    ["required"] = setting.Standard is null,
                    ["default"] = setting.Standard,
                }),
            ]),
        };
}
