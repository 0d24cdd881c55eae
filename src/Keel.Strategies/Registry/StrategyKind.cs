using System.Reflection;
using Keel.Domain.Instruments;
using Keel.Trading.Strategies;

namespace Keel.Strategies.Registry;

/// <summary>A strategy that can be asked for by name.</summary>
public sealed class StrategyKind
{
    private readonly ConstructorInfo constructor;

    internal StrategyKind(Type type, StrategyAttribute attribute)
    {
        Type = type;
        (Name, Summary) = (attribute.Name, attribute.Summary);
        var constructors = type.GetConstructors();
        constructor =
            constructors.Length == 1
                ? constructors[0]
                : throw new StrategyException(
                    null,
                    $"{type} has {constructors.Length} public constructors",
                    "give it one, whose parameters are its settings"
                );
        Settings = [.. constructor.GetParameters().Select(parameter => new StrategySetting(parameter))];
    }

    /// <summary>Its name in profiles.</summary>
    public string Name { get; }

    /// <summary>What it does.</summary>
    public string Summary { get; }

    /// <summary>The class.</summary>
    public Type Type { get; }

    /// <summary>Its settings, in the order of the constructor.</summary>
    public IReadOnlyList<StrategySetting> Settings { get; }

    /// <summary>A new strategy with these settings; throws <see cref="StrategyException"/> where one is unknown, missing or wrong.</summary>
    public Strategy Create(IReadOnlyDictionary<string, string> given)
    {
        if (Unreadable(given).FirstOrDefault() is { } first)
        {
            throw first;
        }

        var values = Settings.Select(setting => setting.Read(given.GetValueOrDefault(setting.Name))).ToArray();
        try
        {
            return (Strategy)constructor.Invoke(values);
        }
        catch (TargetInvocationException wrong)
        {
            var refused = wrong.InnerException!;
            var setting = Settings.FirstOrDefault(one =>
                refused is ArgumentException { ParamName: { } name } && one.Name == StrategySetting.NameOf(name)
            );
            throw new StrategyException(
                setting?.Name,
                refused.Message.Split(" (Parameter")[0].ReplaceLineEndings(" "),
                refused is ArgumentException
                    ? $"see keel strategies list for what {Name} takes"
                    : $"{Name} failed with {refused.GetType().Name} before its first bar: look at its constructor"
            );
        }
    }

    /// <summary>All that is wrong with these settings; what only the strategy itself can tell comes last, and alone.</summary>
    public IReadOnlyList<StrategyException> Problems(IReadOnlyDictionary<string, string> given)
    {
        var problems = Unreadable(given).ToList();
        if (problems.Count > 0)
        {
            return problems;
        }

        try
        {
            _ = Create(given);
        }
        catch (StrategyException wrong)
        {
            problems.Add(wrong);
        }

        return problems;
    }

    private IEnumerable<StrategyException> Unreadable(IReadOnlyDictionary<string, string> given)
    {
        foreach (var name in given.Keys)
        {
            if (Settings.All(setting => setting.Name != name))
            {
                yield return new StrategyException(name, $"{Name} has no setting '{name}'", Hint(name));
            }
        }

        foreach (var setting in Settings)
        {
            if (setting.Trouble(given.GetValueOrDefault(setting.Name)) is { } trouble)
            {
                yield return trouble;
            }
        }
    }

    private string Hint(string name)
    {
        var near = Settings.Select(setting => setting.Name).OrderBy(known => EditDistance.Between(name, known)).FirstOrDefault();
        return Settings.Count == 0 ? "it has none: leave it out"
            : EditDistance.Between(name, near!) <= 3 ? $"did you mean {near}?"
            : $"it takes {string.Join(", ", Settings.Select(setting => setting.Name))}";
    }
}
