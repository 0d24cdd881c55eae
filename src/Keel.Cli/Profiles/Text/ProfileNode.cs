namespace Keel.Cli.Profiles.Text;

/// <summary>A piece of a profile as it was written, with the place where it stands.</summary>
internal abstract record ProfileNode(Place Place)
{
    /// <summary>What it is, for messages: <c>a map</c>, <c>a list</c>, <c>a single value</c>.</summary>
    public abstract string Kind { get; }
}
