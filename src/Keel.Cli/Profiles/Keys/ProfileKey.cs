using Keel.Cli.Profiles.Text;
using Keel.Cli.Profiles.Values;
using NodaTime;

namespace Keel.Cli.Profiles.Keys;

/// <summary>One setting that a profile may hold.</summary>
internal abstract class ProfileKey(string path, string? standard, bool required, string meaning)
{
    /// <summary>Where it stands: <c>exits.stop_ticks</c>.</summary>
    public string Path { get; } = path;

    /// <summary>What counts when a profile does not say, as it would be written; null when then nothing does.</summary>
    public string? Default { get; } = standard;

    /// <summary>Whether a profile must say.</summary>
    public bool Required { get; } = required;

    /// <summary>One sentence for the trader.</summary>
    public string Meaning { get; } = meaning;

    /// <summary>What may stand behind it.</summary>
    public abstract ValueRule Rule { get; }

    /// <summary>The default read by its own rule, or a fault: defaults are ours.</summary>
    protected object ReadDefault()
    {
        var problems = new ProblemList();
        var environment = new EnvironmentNames(_ => null, problems);
        var node = ProfileTree.Read(Default!, _ => Place.OfFile("default"), Path, environment, problems);
        return (node is null ? null : Rule.Read(node, Path, new Reading(problems, new LocalDate(2026, 1, 1))))
            ?? throw new InvalidOperationException($"the default of {Path} is not valid: {string.Join(" ", problems.InOrder())}");
    }

    /// <inheritdoc />
    public override string ToString() => Path;
}

/// <summary>A setting whose values have one type.</summary>
internal sealed class ProfileKey<T> : ProfileKey
    where T : notnull
{
    private readonly Lazy<T> standard;

    /// <summary>A setting under a path.</summary>
    public ProfileKey(string path, ValueRule<T> rule, string? standard, bool required, string meaning)
        : base(path, standard, required, meaning)
    {
        Rule = rule;
        this.standard = new Lazy<T>(() => (T)ReadDefault());
    }

    /// <inheritdoc />
    public override ValueRule Rule { get; }

    /// <summary>The default as a value; only for a key that has one.</summary>
    public T DefaultValue => standard.Value;
}
