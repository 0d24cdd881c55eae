using Keel.Cli.Profiles.Text;

namespace Keel.Cli.Profiles;

/// <summary>One of the strategy's own parameters, as text: only the strategy knows its type.</summary>
internal sealed record StrategyParameter(string Name, string Text, Place Place);
