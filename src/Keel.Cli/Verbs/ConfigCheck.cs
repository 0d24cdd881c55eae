using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Cli.Profiles;
using Keel.Cli.Verbs.Research;

namespace Keel.Cli.Verbs;

/// <summary><c>keel config check FILE</c>: is this profile valid, and if not, what are all its problems?</summary>
internal static class ConfigCheck
{
    /// <summary>The verb.</summary>
    public static Verb Create()
    {
        var file = new Argument<string>("FILE") { Description = "the profile" };
        var set = new Option<string[]>("--set")
        {
            Description = "replace a setting: path.to.key=value; an empty value removes it; may be repeated",
            DefaultValueFactory = _ => [],
        };
        var research = new ResearchOptions();
        return new Verb(
            "check",
            "Check a profile, and name all its problems with their lines; ends with 2 when there are any.",
            "./keel config check configs/mes-5m-direction.yaml",
            "./keel config check configs/mes-5m-direction.yaml --set exits.stop_ticks=10 --json"
        )
        {
            file,
            set,
            research.Assembly,
        }.Does(
            (parsed, terminal, _) =>
                Run(
                    parsed.GetRequiredValue(file),
                    ProfileSource.OfProcess(parsed.GetValue(set)!, TimeProvider.System) with
                    {
                        Strategies = research.KindsOf(parsed),
                    },
                    terminal
                )
        );
    }

    private static int Run(string file, ProfileSource source, Terminal terminal)
    {
        var valid = ProfileFile.TryLoad(file, source, out var profile, out var problems);
        ConfigVerb.WriteProblems(problems, terminal);
        if (profile is not null)
        {
            ConfigVerb.WriteWarnings(profile.Warnings, terminal);
            terminal.Line(
                $"{file} is valid: {profile.Name} trades {profile.Instrument} on {profile.Bars} bars by {profile.Strategy}"
            );
        }

        terminal.Document(Document(file, profile, problems));
        return valid ? ExitCode.Done : ExitCode.Usage;
    }

    private static JsonObject Document(string file, Profile? profile, IReadOnlyList<ProfileProblem> problems)
    {
        var settings = new JsonObject();
        foreach (var given in profile?.Given ?? [])
        {
            settings[given.Key.Path] = given.Node.ToString();
        }

        foreach (var parameter in profile?.Parameters ?? [])
        {
            settings[$"strategy.{parameter.Name}"] = parameter.Text;
        }

        return new JsonObject
        {
            ["file"] = file,
            ["valid"] = profile is not null,
            ["name"] = profile?.Name,
            ["settings"] = profile is null ? null : settings,
            ["problems"] = ConfigVerb.Document(problems),
            ["warnings"] = ConfigVerb.Document(profile?.Warnings ?? []),
        };
    }
}
