using Keel.Domain.Instruments;

namespace Keel.Cli.Profiles;

/// <summary>The known keys that a misspelt or misplaced one was probably meant to be.</summary>
internal static class NearestKey
{
    /// <summary>
    /// What to do about an unknown key: take the nearest of those that belong here (all of them when several are equally near), or the
    /// place where a key of exactly this name belongs; where nothing is near, the keys of this place.
    /// </summary>
    public static string Remedy(string name, IReadOnlyList<string> here, IReadOnlyList<string> elsewhere)
    {
        var nearest = here.Count == 0 ? int.MaxValue : here.Min(known => Distance(name, Last(known)));
        var near = here.Where(known => Distance(name, Last(known)) == nearest).ToArray();
        if (nearest <= 1)
        {
            return Question(near);
        }

        var sameName = elsewhere.Where(known => Distance(name, Last(known)) == 0).ToArray();
        return sameName.Length > 0 ? Question(sameName)
            : nearest <= 1 + (name.Length / 4) ? Question(near)
            : here.Count is > 0 and <= 12 ? $"known here are {string.Join(", ", here)}"
            : "see all keys with keel config keys";
    }

    /// <summary>How many slips lie between two names; capitals and hyphens for underscores are none.</summary>
    public static int Distance(string one, string other) => EditDistance.Between(Plain(one), Plain(other));

    private static string Question(string[] keys) => $"did you mean {string.Join(" or ", keys)}?";

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static string Plain(string name) => name.ToLowerInvariant().Replace('-', '_');
}
