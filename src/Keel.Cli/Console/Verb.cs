using System.CommandLine;

namespace Keel.Cli.Console;

/// <summary>A command with examples, which its help prints last.</summary>
public sealed class Verb : Command
{
    /// <summary>A verb and what it does.</summary>
    public Verb(string name, string description, params string[] examples)
        : base(name, description)
    {
        Examples = examples;
    }

    /// <summary>Command lines that work as they stand.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>Says what the verb does when called.</summary>
    public Verb Does(Func<ParseResult, Terminal, CancellationToken, int> action)
    {
        Act = action;
        SetAction((_, _) => Task.FromResult(0));
        return this;
    }

    /// <summary>What the verb does; null for one that only groups others.</summary>
    public Func<ParseResult, Terminal, CancellationToken, int>? Act { get; private set; }
}
