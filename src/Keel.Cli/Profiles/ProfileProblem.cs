using Keel.Cli.Profiles.Text;

namespace Keel.Cli.Profiles;

/// <summary>Something that keeps a profile from being used: where it stands, which key, what is wrong, and what to do.</summary>
internal sealed record ProfileProblem(Place Place, string Path, string What, string Remedy)
{
    /// <summary><c>file:line: path: what; remedy</c>, on one line.</summary>
    public override string ToString() => $"{Cause}; {Remedy}";

    /// <summary><c>file:line: path: what</c>, without what to do.</summary>
    public string Cause =>
        Path.Length == 0 || (Place.IsOverride && Place.Source == Path) ? $"{Place}: {What}" : $"{Place}: {Path}: {What}";
}
