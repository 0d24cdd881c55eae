using System.Reflection;
using Keel.Domain.Instruments;
using Keel.Trading.Strategies;

namespace Keel.Strategies.Registry;

/// <summary>The strategies that can be asked for by name: Keel's own, and those of a user's assembly.</summary>
public sealed class StrategyKinds
{
    private readonly SortedDictionary<string, StrategyKind> kinds = new(StringComparer.Ordinal);

    private StrategyKinds(IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.SelectMany(assembly => assembly.GetExportedTypes()))
        {
            if (
                !type.IsAbstract
                && type.IsSubclassOf(typeof(Strategy))
                && type.GetCustomAttribute<StrategyAttribute>() is { } attribute
            )
            {
                kinds[attribute.Name] = new StrategyKind(type, attribute);
            }
        }
    }

    /// <summary>Keel's own.</summary>
    public static StrategyKinds Own { get; } = new([typeof(StrategyKinds).Assembly]);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyCollection<StrategyKind> All => kinds.Values;

    /// <summary>Keel's own and those of other assemblies, which win where names are equal.</summary>
    public static StrategyKinds With(params IEnumerable<Assembly> assemblies) =>
        new(assemblies.Prepend(typeof(StrategyKinds).Assembly));

    /// <summary>The kind of a name; null when there is none.</summary>
    public StrategyKind? TryFind(string name) => kinds.GetValueOrDefault(name);

    /// <summary>The kind of a name; throws with the nearest known one when there is none.</summary>
    public StrategyKind Find(string name)
    {
        if (TryFind(name) is { } kind)
        {
            return kind;
        }

        var near = kinds.Keys.OrderBy(known => EditDistance.Between(name, known)).First();
        throw new StrategyException(
            null,
            $"there is no strategy '{name}'",
            EditDistance.Between(name, near) <= 3
                ? $"did you mean {near}?"
                : $"choose {string.Join(", ", kinds.Keys)}, or name your own with --assembly"
        );
    }
}
