namespace Keel.Cli.Console;

/// <summary>The command line itself is wrong: exit code 2.</summary>
public sealed class UsageException(string what, string why, string remedy) : Exception(what)
{
    /// <summary>Why.</summary>
    public string Why { get; } = why;

    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;
}
