using NodaTime;

namespace Keel.Cli.Profiles.Values;

/// <summary>What is needed to read a value: where problems go, and the date that decides the decade of a contract with a one-digit year.</summary>
internal sealed record Reading(ProblemList Problems, LocalDate Today)
{
    private const int YearsBack = 5;

    /// <summary>From when on a one-digit year is meant: half a decade back, so that MESZ5 is the December contract nearest to today.</summary>
    public LocalDate SymbolsFrom => Today.PlusYears(-YearsBack);
}
