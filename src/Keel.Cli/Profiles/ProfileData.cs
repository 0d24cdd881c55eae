using Keel.Domain.Sessions;

namespace Keel.Cli.Profiles;

/// <summary>The parts of the data; those not given are null.</summary>
internal sealed record ProfileData(DayRange? Train, DayRange? Validation, DayRange? Test, IReadOnlyList<DayRange> Ignore);
