using System.Text.RegularExpressions;

namespace Keel.Cli.Profiles.Text;

/// <summary>Names under which people keep credentials: whatever carries one belongs into the environment, never into a file.</summary>
internal static partial class SecretNames
{
    /// <summary>Whether a key or variable of this name holds a credential.</summary>
    public static bool IsSecret(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(
        "(^|[_-])(password|passwd|passphrase|secret|token|api_?key|key|credentials?|user|username|login)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Pattern();
}
