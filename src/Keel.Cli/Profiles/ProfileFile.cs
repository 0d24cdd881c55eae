using System.Diagnostics.CodeAnalysis;
using Keel.Cli.Profiles.Checks;
using Keel.Cli.Profiles.Text;
using Keel.Cli.Profiles.Values;

namespace Keel.Cli.Profiles;

/// <summary>Reads profiles: either the whole is valid, or all that is wrong is told at once.</summary>
internal static class ProfileFile
{
    private const long Largest = 1_000_000;

    /// <summary>Reads a file.</summary>
    public static bool TryLoad(
        string file,
        ProfileSource source,
        [NotNullWhen(true)] out Profile? profile,
        out IReadOnlyList<ProfileProblem> problems
    )
    {
        profile = null;
        try
        {
            if (File.Exists(file) && new FileInfo(file).Length > Largest)
            {
                problems =
                [
                    new(Place.OfFile(file), "", "this is too large for a profile", "name a YAML file such as those in configs/"),
                ];
                return false;
            }

            return TryRead(File.ReadAllText(file), file, source, out profile, out problems);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            var what = trouble is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : trouble.Message;
            problems = [new(Place.OfFile(file), "", what.TrimEnd('.'), "name a profile, or make one with keel config new")];
            return false;
        }
    }

    /// <summary>Reads the text of a file.</summary>
    public static bool TryRead(
        string text,
        string file,
        ProfileSource source,
        [NotNullWhen(true)] out Profile? profile,
        out IReadOnlyList<ProfileProblem> problems
    )
    {
        var found = new ProblemList();
        profile = Read(text, file, source, found);
        problems = found.InOrder();
        return profile is not null;
    }

    private static Profile? Read(string text, string file, ProfileSource source, ProblemList problems)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            problems.Add(Place.OfFile(file), "", "this is no text", "name a YAML file such as those in configs/");
            return null;
        }

        var environment = new EnvironmentNames(source.Variable, problems);
        var tree = ProfileTree.Read(text, line => Place.OfLine(file, line), "", environment, problems);
        if (tree is null or ScalarNode { IsNull: true })
        {
            if (problems.IsEmpty)
            {
                problems.Add(Place.OfLine(file, 1), "", "the profile is empty", "make one with keel config new");
            }

            return null;
        }

        if (tree is not MapNode root)
        {
            problems.Add(
                tree.Place,
                "",
                $"{tree.Kind} stands here instead of a map of keys",
                "write lines such as instrument: MES"
            );
            return null;
        }

        root = Overrides.Apply(root, source.Overrides, environment, problems);
        var walk = new ProfileWalk(new Reading(problems, source.Today));
        walk.Read(root);
        var warnings = ProfileChecks.Run(walk.Values, walk.Parameters, source.Strategies, problems);
        return problems.IsEmpty ? new Profile(file, walk.Values, walk.Parameters, warnings) : null;
    }
}
