using NodaTime;

namespace Keel.Cli.Profiles.Values;

/// <summary>What is needed to read a value: where problems go, and the date that decides the decade of a contract with a one-digit year.</summary>
internal sealed record Reading(ProblemList Problems, LocalDate Today);
