using System.Text.RegularExpressions;

namespace Keel.Cli.Profiles.Text;

/// <summary>Fills <c>${NAME}</c> with a variable of the environment; a secret is never filled in, since settings are shown and stored.</summary>
internal sealed partial class EnvironmentNames(Func<string, string?> variable, ProblemList problems)
{
    // A plain ${NAME} inside of { } would end YAML's map too early. While YAML is read, two characters that nobody writes stand for
    // the braces.
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    /// <summary>The text of a profile with its variables shielded from YAML.</summary>
    public static string Shield(string text) =>
        text.Contains("${", StringComparison.Ordinal) ? Written().Replace(text, $"{Open}$1{Close}") : text;

    /// <summary>A piece of shielded text as it was written.</summary>
    public static string Unshield(string text) => Shielded().Replace(text, "${$1}");

    /// <summary>The piece with its variables filled in; false when one is missing or secret, which is noted.</summary>
    public bool TryFill(string text, Place place, string path, out string filled)
    {
        var before = problems.Count;
        filled = text.Contains(Open, StringComparison.Ordinal)
            ? Shielded().Replace(text, match => Value(match.Groups[1].Value, place, path) ?? "")
            : text;
        return problems.Count == before;
    }

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

    [GeneratedRegex(@"\$\{([^}\r\n]*)\}")]
    private static partial Regex Written();

    [GeneratedRegex("\uE000([^\uE001]*)\uE001")]
    private static partial Regex Shielded();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex NamePattern();
}
