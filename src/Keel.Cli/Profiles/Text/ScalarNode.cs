namespace Keel.Cli.Profiles.Text;

/// <summary>A single value, its environment variables filled in.</summary>
internal sealed record ScalarNode(Place Place, string Text, bool Quoted) : ProfileNode(Place)
{
    private const int Longest = 40;

    /// <inheritdoc />
    public override string Kind => "a single value";

    /// <summary>Whether a problem with it is noted already, so that nobody need judge it.</summary>
    public bool IsBroken { get; init; }

    /// <summary>Whether nothing was written, or null in one of YAML's spellings.</summary>
    public bool IsNull => !Quoted && Text is "" or "~" or "null";

    /// <summary>The text in quotes, cut where it would drown the message.</summary>
    public string Shown => Text.Length <= Longest ? $"'{Text}'" : $"'{Text[..Longest]}…'";

    /// <summary>The text alone.</summary>
    public override string ToString() => Text;
}
