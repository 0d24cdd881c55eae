using System.CommandLine;

namespace Keel.Cli.Verbs;

/// <summary><c>keel config</c>: makes a profile, checks one, explains every key.</summary>
internal static class ConfigVerb
{
    /// <summary>Exit code of a bad profile or a bad question.</summary>
    public const int BadConfiguration = 2;

    /// <summary>The command; results go to the output, questions and problems to the error writer.</summary>
    public static Command Create(TextWriter output, TextWriter error, TextReader input) =>
        new("config", "Make, check and explain profiles: the YAML files that say what is traded, how, and under which limits.")
        {
            ConfigNew.Create(output, error, input),
            ConfigCheck.Create(output, error),
            ConfigKeys.Create(output),
        };
}
