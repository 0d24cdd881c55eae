using System.Collections.Frozen;
using Keel.Cli.Profiles.Keys;

namespace Keel.Cli.Profiles;

/// <summary>Every key that a profile may hold. A new key is one line in its section; nothing else has to know.</summary>
internal static class ProfileSchema
{
    private static readonly KeySection[] All =
    [
        MarketKeys.Section,
        MarketKeys.StrategySection,
        ExitKeys.Section,
        SizeKeys.Section,
        CostKeys.FillSection,
        CostKeys.Section,
        CostKeys.ExecutionSection,
        SessionKeys.Section,
        RiskKeys.Section,
        TargetKeys.Section,
        ModelKeys.Section,
        DataKeys.Section,
        DataKeys.WalkSection,
        CriteriaKeys.Section,
        VenueKeys.Section,
    ];

    private static readonly FrozenDictionary<string, KeySection> ByPath = All.ToFrozenDictionary(section => section.Path);

    private static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>
    {
        ["trading.session_start"] = SessionKeys.Start.Path,
        ["trading.session_end"] = SessionKeys.End.Path,
        ["trading.flatten_time"] = SessionKeys.Flat.Path,
        ["trading.no_entry_time"] = SessionKeys.NoEntry.Path,
        ["trading.symbol"] = MarketKeys.Instrument.Path,
        ["symbol"] = MarketKeys.Instrument.Path,
    }.ToFrozenDictionary();

    /// <summary>The keys in the order in which they are explained.</summary>
    public static IReadOnlyList<ProfileKey> Keys { get; } = [.. All.SelectMany(section => section.Keys)];

    private static FrozenDictionary<string, ProfileKey> KeyByPath { get; } = Keys.ToFrozenDictionary(key => key.Path);

    /// <summary>The section whose keys are free beside the known ones: the strategy's own parameters.</summary>
    public static KeySection Free => MarketKeys.StrategySection;

    /// <summary>Names of other programs with the key that means the same here.</summary>
    public static IReadOnlyDictionary<string, string> FormerNames => Renamed;

    /// <summary>The key at this path; null when there is none.</summary>
    public static ProfileKey? TryFind(string path) => KeyByPath.GetValueOrDefault(path);

    /// <summary>The section at this path; null when there is none.</summary>
    public static KeySection? TrySection(string path) => ByPath.GetValueOrDefault(path);

    /// <summary>The paths that may follow a section: its keys, and below the root the other sections too.</summary>
    public static IReadOnlyList<string> PathsUnder(KeySection section)
    {
        var keys = section.Keys.Select(key => key.Path);
        return section == MarketKeys.Section
            ? [.. keys.Concat(All.Select(other => other.Path).Where(path => path.Length > 0)).Distinct()]
            : [.. keys];
    }
}
