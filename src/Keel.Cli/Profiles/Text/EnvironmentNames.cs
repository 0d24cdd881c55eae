using System.Text.RegularExpressions;

namespace Keel.Cli.Profiles.Text;

/// <summary>Fills <c>${NAME}</c> with a variable of the environment; a secret is never filled in, since settings are shown and stored.</summary>
internal sealed partial class EnvironmentNames(Func<string, string?> variable, ProblemList problems)
{
    /// <summary>The text with its variables filled in; a variable that is missing or secret is noted, and its name left standing.</summary>
    public string Fill(string text, Place place, string path) =>
        text.Contains("${", StringComparison.Ordinal)
            ? Pattern().Replace(text, match => Value(match.Groups[1].Value, place, path) ?? match.Value)
            : text;

    private string? Value(string name, Place place, string path)
    {
        if (!NamePattern().IsMatch(name))
        {
            problems.Add(place, path, $"'${{{name}}}' names no variable", "write ${NAME} with letters, digits and underscores");
            return null;
        }

        if (SecretNames.IsSecret(name))
        {
            problems.Add(
                place,
                path,
                $"{name} is a secret, which a profile must not hold",
                "remove it here: Keel reads it from the environment by itself"
            );
            return null;
        }

        var value = variable(name);
        if (value is null)
        {
            problems.Add(
                place,
                path,
                $"the environment has no variable {name}",
                $"set it (export {name}=…) or write the value here"
            );
        }

        return value;
    }

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Pattern();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex NamePattern();
}
