using System.Diagnostics.CodeAnalysis;
using Keel.Cli.Profiles.Keys;
using Keel.Cli.Profiles.Text;

namespace Keel.Cli.Profiles;

/// <summary>What a profile says, key by key, with the defaults where it says nothing.</summary>
internal sealed class ProfileValues
{
    private readonly Dictionary<string, GivenValue> given = new(StringComparer.Ordinal);

    /// <summary>Everything that was given, in the order of the schema.</summary>
    public IEnumerable<GivenValue> Given =>
        from key in ProfileSchema.Keys
        where given.ContainsKey(key.Path)
        select given[key.Path];

    /// <summary>Whether the profile itself says it.</summary>
    public bool Has(ProfileKey key) => given.ContainsKey(key.Path);

    /// <summary>What the profile says, or the default; false when there is neither.</summary>
    public bool TryGet<T>(ProfileKey<T> key, [NotNullWhen(true)] out T? value)
        where T : notnull
    {
        if (given.TryGetValue(key.Path, out var held))
        {
            value = (T)held.Value;
            return true;
        }

        value = key.Default is null ? default : key.DefaultValue;
        return key.Default is not null;
    }

    /// <summary>What the profile says, or the default; a fault when there is neither.</summary>
    public T Get<T>(ProfileKey<T> key)
        where T : notnull =>
        TryGet(key, out var value) ? value : throw new InvalidOperationException($"{key.Path} has neither a value nor a default");

    /// <summary>Where a given key stands.</summary>
    public Place PlaceOf(ProfileKey key) => given[key.Path].Node.Place;

    internal void Add(GivenValue value) => given[value.Key.Path] = value;
}
