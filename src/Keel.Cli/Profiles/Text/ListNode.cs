namespace Keel.Cli.Profiles.Text;

/// <summary>Several values in brackets.</summary>
internal sealed record ListNode(Place Place, IReadOnlyList<ProfileNode> Items) : ProfileNode(Place)
{
    /// <inheritdoc />
    public override string Kind => "a list";

    /// <summary>As YAML on one line.</summary>
    public override string ToString() => $"[{string.Join(", ", Items)}]";
}
