using System.Diagnostics.CodeAnalysis;
using Keel.Cli.Profiles.Text;

namespace Keel.Cli.Profiles.Values;

/// <summary>A rule for a single value that is right or wrong by itself.</summary>
internal sealed class ScalarRule<T>(string wanted, string example, WordReader<T> read) : ValueRule<T>(wanted, example)
    where T : notnull
{
    /// <inheritdoc />
    public override bool TryRead(ProfileNode node, string path, Reading reading, [NotNullWhen(true)] out T? value)
    {
        value = default;
        if (node is not ScalarNode scalar)
        {
            NoteShape(node, path, reading);
            return false;
        }

        if (read(scalar.Text, out value))
        {
            return true;
        }

        reading.Problems.Add(node.Place, path, $"{scalar.Shown} is not {Wanted}", $"write for example {Example}");
        return false;
    }
}
