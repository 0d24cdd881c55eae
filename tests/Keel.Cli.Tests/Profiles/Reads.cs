using Keel.Cli.Profiles;
using NodaTime;

namespace Keel.Cli.Tests.Profiles;

/// <summary>Reads profiles in tests: a fixed date, an environment of two variables, and the file name <c>p.yaml</c>.</summary>
internal static class Reads
{
    /// <summary>The three keys that every profile has, one a line.</summary>
    public const string Least = "instrument: MES\nbars: 5m\nstrategy: { name: ema-cross }\n";

    public static readonly LocalDate Today = new(2026, 11, 20);

    public static IReadOnlyList<ProfileProblem> Problems(string yaml, params string[] overrides)
    {
        var valid = ProfileFile.TryRead(yaml, "p.yaml", Source(overrides), out var profile, out var problems);
        Assert.Equal(valid, problems.Count == 0);
        Assert.Equal(valid, profile is not null);
        return problems;
    }

    public static Profile Valid(string yaml, params string[] overrides)
    {
        ProfileFile.TryRead(yaml, "p.yaml", Source(overrides), out var profile, out var problems);
        Assert.Empty(problems.Select(problem => problem.ToString()));
        return profile!;
    }

    public static ProfileSource Source(params string[] overrides) => new(overrides, Variable, Today);

    private static string? Variable(string name) =>
        name switch
        {
            "TOPSTEPX_ACCOUNT_ID" => "PRAC-V2-1",
            "KEEL_TOPSTEPX_KEY" => "very-secret",
            _ => null,
        };
}
