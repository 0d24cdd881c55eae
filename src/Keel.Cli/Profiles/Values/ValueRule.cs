using System.Diagnostics.CodeAnalysis;
using Keel.Cli.Profiles.Text;

namespace Keel.Cli.Profiles.Values;

/// <summary>What may stand behind a key, in words and as a check.</summary>
internal abstract class ValueRule(string wanted, string example)
{
    /// <summary>The values that are allowed, in words: <c>a whole number from 1 to 500</c>.</summary>
    public string Wanted { get; } = wanted;

    /// <summary>One allowed value, as it is written.</summary>
    public string Example { get; } = example;

    /// <summary>The value; null when it is not allowed, which is noted.</summary>
    public abstract object? Read(ProfileNode node, string path, Reading reading);

    /// <summary>Notes that a map or list stands where it does not belong, or the reverse.</summary>
    protected void NoteShape(ProfileNode node, string path, Reading reading) =>
        reading.Problems.Add(node.Place, path, $"{node.Kind} stands here instead of {Wanted}", $"write for example {Example}");
}

/// <summary>A rule whose values have one type.</summary>
internal abstract class ValueRule<T>(string wanted, string example) : ValueRule(wanted, example)
    where T : notnull
{
    /// <summary>The value as its type; false when it is not allowed, which is noted.</summary>
    public abstract bool TryRead(ProfileNode node, string path, Reading reading, [NotNullWhen(true)] out T? value);

    /// <inheritdoc />
    public sealed override object? Read(ProfileNode node, string path, Reading reading) =>
        TryRead(node, path, reading, out var value) ? value : null;
}
