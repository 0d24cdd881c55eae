namespace Keel.Cli.Console;

/// <summary>What the program answers its caller with; a contract.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>Interrupted; what was done so far is kept.</summary>
    public const int Interrupted = 130;
}
