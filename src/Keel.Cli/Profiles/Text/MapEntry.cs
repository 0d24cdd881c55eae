namespace Keel.Cli.Profiles.Text;

/// <summary>One line of a map: its key, where the key stands, and its value.</summary>
internal sealed record MapEntry(string Key, Place Place, ProfileNode Value);
