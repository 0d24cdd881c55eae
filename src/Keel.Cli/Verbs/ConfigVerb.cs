using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Cli.Profiles;

namespace Keel.Cli.Verbs;

/// <summary><c>keel config</c>: makes a profile, checks one, explains every key.</summary>
internal static class ConfigVerb
{
    /// <summary>The verb; answers to its questions come from the input.</summary>
    public static Verb Create(TextReader input) =>
        new(
            "config",
            "Make, check and explain profiles: the YAML files that say what is traded, how, and under which limits.",
            "./keel config new",
            "./keel config check configs/mes-5m-direction.yaml"
        )
        {
            ConfigNew.Create(input),
            ConfigCheck.Create(),
            ConfigKeys.Create(),
        };

    /// <summary>Every problem on a line of its own.</summary>
    public static void WriteProblems(IReadOnlyList<ProfileProblem> problems, Terminal terminal)
    {
        foreach (var problem in problems)
        {
            terminal.Remark(problem.ToString());
        }
    }

    /// <summary>What does not keep a profile from being used, each on a line of its own.</summary>
    public static void WriteWarnings(IReadOnlyList<ProfileProblem> warnings, Terminal terminal)
    {
        foreach (var warning in warnings)
        {
            terminal.Remark($"warning: {warning}");
        }
    }

    /// <summary>The problems for programs.</summary>
    public static JsonArray Document(IReadOnlyList<ProfileProblem> problems) => new([.. problems.Select(Document)]);

    private static JsonObject Document(ProfileProblem problem) =>
        new()
        {
            ["place"] = problem.Place.ToString(),
            ["line"] = problem.Place.Line > 0 ? problem.Place.Line : null,
            ["path"] = problem.Path,
            ["what"] = problem.What,
            ["remedy"] = problem.Remedy,
        };
}
