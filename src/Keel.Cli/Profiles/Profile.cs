using System.Diagnostics.CodeAnalysis;
using Keel.Cli.Profiles.Keys;
using Keel.Cli.Profiles.Values;
using Keel.Domain.Instruments.Symbols;
using Keel.Domain.Markets;

namespace Keel.Cli.Profiles;

/// <summary>A whole valid profile: what is traded, when, how, under which limits. It never changes after loading.</summary>
internal sealed class Profile
{
    private readonly ProfileValues values;

    internal Profile(
        string source,
        ProfileValues values,
        IReadOnlyList<StrategyParameter> parameters,
        IReadOnlyList<ProfileProblem> warnings
    )
    {
        this.values = values;
        (Source, Parameters, Warnings) = (source, parameters, warnings);
        Name = values.TryGet(MarketKeys.Name, out var name) ? name : Path.GetFileNameWithoutExtension(source);
        Instrument = values.Get(MarketKeys.Instrument);
        Bars = values.Get(MarketKeys.Bars);
        Hours = values.Get(MarketKeys.Hours);
        Strategy = values.Get(MarketKeys.Strategy);
        Session = new ProfileSession(
            Maybe(SessionKeys.Start),
            Maybe(SessionKeys.End),
            Maybe(SessionKeys.NoEntry),
            Maybe(SessionKeys.Flat),
            values.Get(SessionKeys.Calendar)
        );
        Data = new ProfileData(
            Maybe(DataKeys.Train),
            Maybe(DataKeys.Validation),
            Maybe(DataKeys.Test),
            values.Get(DataKeys.Ignore)
        );
    }

    /// <summary>The file that it came from.</summary>
    public string Source { get; }

    /// <summary>Its name in results and reports.</summary>
    public string Name { get; }

    /// <summary>What is traded.</summary>
    public SymbolName Instrument { get; }

    /// <summary>How long a bar is.</summary>
    public BarLength Bars { get; }

    /// <summary>Which part of the trading day is used.</summary>
    public MarketHours Hours { get; }

    /// <summary>The strategy's name.</summary>
    public string Strategy { get; }

    /// <summary>The strategy's own parameters, in the order given.</summary>
    public IReadOnlyList<StrategyParameter> Parameters { get; }

    /// <summary>What does not keep it from being run, but is no good: told before anything else.</summary>
    public IReadOnlyList<ProfileProblem> Warnings { get; }

    /// <summary>The times of day.</summary>
    public ProfileSession Session { get; }

    /// <summary>The parts of the data.</summary>
    public ProfileData Data { get; }

    /// <summary>Whether it runs without a risk account.</summary>
    public bool RiskIsOff => values.Has(MarketKeys.RiskOff);

    /// <summary>All settings that were given, in the order of the schema.</summary>
    public IEnumerable<GivenValue> Given => values.Given;

    /// <summary>Whether the profile itself says it.</summary>
    public bool Has(ProfileKey key) => values.Has(key);

    /// <summary>What the profile says, or the default; a fault when there is neither.</summary>
    public T Get<T>(ProfileKey<T> key)
        where T : notnull => values.Get(key);

    /// <summary>What the profile says, or the default; false when there is neither.</summary>
    public bool TryGet<T>(ProfileKey<T> key, [NotNullWhen(true)] out T? value)
        where T : notnull => values.TryGet(key, out value);

    /// <summary>What the profile says, or the default; null when there is neither.</summary>
    public T? Maybe<T>(ProfileKey<T> key)
        where T : struct => values.TryGet(key, out var value) ? value : null;
}
