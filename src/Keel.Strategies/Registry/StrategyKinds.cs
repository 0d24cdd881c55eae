using System.Reflection;
using Keel.Domain.Instruments;
using Keel.Trading.Strategies;

namespace Keel.Strategies.Registry;

/// <summary>The strategies that can be asked for by name: Keel's own, and those of a user's assembly.</summary>
public sealed class StrategyKinds
{
    // How far a name may be off for a slip of the keyboard.
    private const int Slips = 2;

    private readonly SortedDictionary<string, StrategyKind> kinds = new(StringComparer.Ordinal);

    private StrategyKinds(IEnumerable<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            Add(assembly);
        }
    }

    /// <summary>Keel's own.</summary>
    public static StrategyKinds Own { get; } = new([typeof(StrategyKinds).Assembly]);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyCollection<StrategyKind> All => kinds.Values;

    /// <summary>Keel's own and those of other assemblies, which win where names are equal; throws where one has none, or two of one name.</summary>
    public static StrategyKinds With(params IEnumerable<Assembly> assemblies) =>
        new(assemblies.Prepend(typeof(StrategyKinds).Assembly));

    /// <summary>The kind of a name; null when there is none.</summary>
    public StrategyKind? TryFind(string name) => kinds.GetValueOrDefault(name);

    /// <summary>The known name that an unknown one is a slip of; null when none is near.</summary>
    public string? Nearest(string name)
    {
        var near = kinds.Keys.MinBy(known => EditDistance.Between(name, known));
        return near is not null && EditDistance.Between(name, near) <= Slips ? near : null;
    }

    /// <summary>The kind of a name; throws with the nearest known one when there is none.</summary>
    public StrategyKind Find(string name) =>
        TryFind(name)
        ?? throw new StrategyException(
            null,
            $"there is no strategy '{name}'",
            Nearest(name) is { } near
                ? $"did you mean {near}?"
                : $"choose {string.Join(", ", kinds.Keys)}, or name your own with --assembly"
        );

    private void Add(Assembly assembly)
    {
        var own = new Dictionary<string, Type>(StringComparer.Ordinal);
        foreach (var type in Strategies(assembly))
        {
            var attribute = type.GetCustomAttribute<StrategyAttribute>()!;
            if (!own.TryAdd(attribute.Name, type))
            {
                throw new StrategyException(
                    null,
                    $"{own[attribute.Name]} and {type} are both called '{attribute.Name}'",
                    "give one of them another name"
                );
            }

            kinds[attribute.Name] = new StrategyKind(type, attribute);
        }

        if (own.Count == 0)
        {
            throw new StrategyException(
                null,
                $"{assembly.GetName().Name} has no public strategy",
                "make the class public, derive it from Strategy, and name it: [Strategy(\"my-own\", \"What it does.\")]"
            );
        }
    }

    private static IEnumerable<Type> Strategies(Assembly assembly)
    {
        Type[] types;
        try
        {
            types = assembly.GetExportedTypes();
        }
        catch (Exception missing) when (missing is IOException or TypeLoadException or ReflectionTypeLoadException)
        {
            throw new StrategyException(
                null,
                $"{assembly.GetName().Name} cannot be read: {missing.Message.ReplaceLineEndings(" ")}",
                "build it against this version of Keel, and leave what it needs beside it"
            );
        }

        return types.Where(type =>
            !type.IsAbstract
            && !type.ContainsGenericParameters
            && type.IsSubclassOf(typeof(Strategy))
            && type.IsDefined(typeof(StrategyAttribute), inherit: false)
        );
    }
}
