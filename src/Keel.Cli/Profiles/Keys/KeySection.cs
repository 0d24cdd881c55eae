using Keel.Cli.Profiles.Values;

namespace Keel.Cli.Profiles.Keys;

/// <summary>The keys of one part of a profile, in the order in which they are explained.</summary>
internal sealed class KeySection(string path)
{
    private readonly List<ProfileKey> keys = [];

    /// <summary>The part's own key: <c>exits</c>; empty for the root.</summary>
    public string Path { get; } = path;

    /// <summary>Its keys.</summary>
    public IReadOnlyList<ProfileKey> Keys => keys;

    /// <summary>Adds a key that may be left out; without a default, nothing counts then.</summary>
    public ProfileKey<T> May<T>(string name, ValueRule<T> rule, string meaning, string? standard = null)
        where T : notnull => Add(new ProfileKey<T>(PathOf(name), rule, standard, required: false, meaning));

    /// <summary>Adds a key that every profile has.</summary>
    public ProfileKey<T> Must<T>(string name, ValueRule<T> rule, string meaning)
        where T : notnull => Add(new ProfileKey<T>(PathOf(name), rule, standard: null, required: true, meaning));

    private string PathOf(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    private ProfileKey<T> Add<T>(ProfileKey<T> key)
        where T : notnull
    {
        keys.Add(key);
        return key;
    }
}
