using Keel.Strategies.Registry;
using NodaTime;

namespace Keel.Cli.Profiles;

/// <summary>Everything that decides what a profile says: the overrides of the command line, the environment, and today's date.</summary>
internal sealed record ProfileSource(IReadOnlyList<string> Overrides, Func<string, string?> Variable, LocalDate Today)
{
    /// <summary>The strategies whose settings can be checked.</summary>
    public StrategyKinds Strategies { get; init; } = StrategyKinds.Own;

    /// <summary>The process's own environment, and today in UTC.</summary>
    public static ProfileSource OfProcess(IReadOnlyList<string> overrides, TimeProvider time) =>
        new(overrides, Environment.GetEnvironmentVariable, LocalDate.FromDateTime(time.GetUtcNow().UtcDateTime));
}
