using Keel.Cli.Profiles.Keys;
using Keel.Cli.Profiles.Text;

namespace Keel.Cli.Profiles;

/// <summary>The problems found so far in one profile.</summary>
internal sealed class ProblemList
{
    private readonly List<ProfileProblem> found = [];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => found.Count == 0;

    /// <summary>How many there are.</summary>
    public int Count => found.Count;

    /// <summary>Whether a problem of a key has been noted.</summary>
    public bool Names(ProfileKey key) => found.Exists(problem => problem.Path == key.Path);

    /// <summary>Notes one more.</summary>
    public void Add(Place place, string path, string what, string remedy) =>
        found.Add(new ProfileProblem(place, path, what, remedy));

    /// <summary>All of them from the first line to the last, the overrides at the end.</summary>
    public IReadOnlyList<ProfileProblem> InOrder() =>
        [.. found.OrderBy(problem => problem.Place.IsOverride).ThenBy(problem => problem.Place.Line)];
}
