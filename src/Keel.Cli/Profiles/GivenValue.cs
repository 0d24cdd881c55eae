using Keel.Cli.Profiles.Keys;
using Keel.Cli.Profiles.Text;

namespace Keel.Cli.Profiles;

/// <summary>A setting as it was written and as it was understood.</summary>
internal sealed record GivenValue(ProfileKey Key, object Value, ProfileNode Node);
