namespace Keel.EndToEnd.Tests.Documents;

/// <summary>One command of a document, the line where it stands, and the output that the document shows for it.</summary>
internal sealed record ConsoleCommand(int Line, string Command, IReadOnlyList<string> Output);

/// <summary>Finds and replaces what documents show in their <c>console</c> blocks: lines after <c>$</c> are commands, the others their output.</summary>
internal static class ConsoleBlock
{
    private const string Fence = "```";

    /// <summary>All commands of a document, in order.</summary>
    public static IReadOnlyList<ConsoleCommand> Read(IReadOnlyList<string> lines)
    {
        var commands = new List<ConsoleCommand>();
        var inside = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                inside = !inside && lines[i] == Fence + "console";
            }
            else if (inside && lines[i].StartsWith("$ ", StringComparison.Ordinal))
            {
                var output = lines
                    .Skip(i + 1)
                    .TakeWhile(line =>
                        !line.StartsWith("$ ", StringComparison.Ordinal) && !line.StartsWith(Fence, StringComparison.Ordinal)
                    );
                commands.Add(new ConsoleCommand(i, lines[i][2..], output.ToList()));
            }
        }

        return commands;
    }

    /// <summary>The document with the output of each command replaced.</summary>
    public static IReadOnlyList<string> Replace(
        IReadOnlyList<string> lines,
        IReadOnlyDictionary<int, IReadOnlyList<string>> outputs
    )
    {
        var written = new List<string>();
        var commands = Read(lines).ToDictionary(command => command.Line);
        for (var i = 0; i < lines.Count; i++)
        {
            written.Add(lines[i]);
            if (commands.TryGetValue(i, out var command))
            {
                written.AddRange(outputs[i]);
                i += command.Output.Count;
            }
        }

        return written;
    }
}
