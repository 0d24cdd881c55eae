using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Profiles;

namespace Keel.Cli.Verbs;

/// <summary><c>keel config check FILE</c>: is this profile valid, and if not, what are all its problems?</summary>
internal static class ConfigCheck
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        var file = new Argument<string>("FILE") { Description = "The profile." };
        var set = new Option<string[]>("--set")
        {
            Description = "Replace a setting: path.to.key=value; an empty value removes it. May be repeated.",
            HelpName = "path=value",
            DefaultValueFactory = _ => [],
        };
        var json = JsonText.Option();
        var command = new Command(
            "check",
            """
            Check a profile and name all its problems with their lines. Ends with 0, or with 2 when there are problems.

            Example: ./keel config check configs/mes-5m-direction.yaml --set exits.stop_ticks=10
            """
        )
        {
            file,
            set,
            json,
        };
        command.SetAction(parsed =>
        {
            var source = ProfileSource.OfProcess(parsed.GetValue(set)!, TimeProvider.System);
            return Run(parsed.GetRequiredValue(file), source, parsed.GetValue(json) ? output : null, output, error);
        });
        return command;
    }

    private static int Run(string file, ProfileSource source, TextWriter? json, TextWriter output, TextWriter error)
    {
        var valid = ProfileFile.TryLoad(file, source, out var profile, out var problems);
        foreach (var problem in problems)
        {
            error.WriteLine(problem);
        }

        if (json is not null)
        {
            JsonText.Write(json, Document(file, profile, problems));
        }
        else if (profile is not null)
        {
            output.WriteLine(
                $"{file} is valid: {profile.Name} trades {profile.Instrument} on {profile.Bars} bars by {profile.Strategy}"
            );
        }

        return valid ? 0 : ConfigVerb.BadConfiguration;
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
            ["problems"] = new JsonArray([.. problems.Select(Problem)]),
        };
    }

    private static JsonObject Problem(ProfileProblem problem) =>
        new()
        {
            ["place"] = problem.Place.ToString(),
            ["line"] = problem.Place.Line > 0 ? problem.Place.Line : null,
            ["path"] = problem.Path,
            ["what"] = problem.What,
            ["remedy"] = problem.Remedy,
        };
}
