using System.CommandLine;
using System.CommandLine.Help;

namespace Keel.Cli.Console;

/// <summary>Prints what a verb does, its arguments and options, and examples.</summary>
internal static class HelpText
{
    /// <summary>The verb with all above it, as one types it.</summary>
    public static string FullName(Command command)
    {
        var names = new List<string>();
        for (Symbol? symbol = command; symbol is Command and not RootCommand; symbol = symbol.Parents.FirstOrDefault())
        {
            names.Insert(0, symbol.Name);
        }

        return string.Join(' ', names.Prepend("./keel"));
    }

    /// <summary>Writes the help of a verb.</summary>
    public static void Write(Command command, TextWriter output, int width)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        var arguments = string.Concat(
            command.Arguments.Select(argument =>
                argument.Arity.MinimumNumberOfValues == 0 ? $" [{argument.Name}]" : $" {argument.Name}"
            )
        );
        var verb = command.Subcommands.Count > 0 ? " VERB" : "";
        output.WriteLine($"Usage: {FullName(command)}{verb}{arguments} [options]");
        Section(
            output,
            "Verbs",
            command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description ?? "")),
            width
        );
        Section(output, "Arguments", command.Arguments.Select(argument => (argument.Name, argument.Description ?? "")), width);
        Section(output, "Options", Options(command).Select(option => (Left(option), option.Description ?? "")), width);
        if (command is Verb { Examples.Count: > 0 } withExamples)
        {
            output.WriteLine();
            output.WriteLine("Examples:");
            foreach (var example in withExamples.Examples)
            {
                output.WriteLine($"  {example}");
            }
        }
    }

    private static IEnumerable<Option> Options(Command command)
    {
        var own = command.Options.Where(option => option is not HelpOption && !option.Hidden);
        var shared = command
            .Parents.OfType<RootCommand>()
            .Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Parents.OfType<RootCommand>()));
        return own.Concat(shared.SelectMany(root => root.Options.Where(option => option.Recursive && option is not HelpOption)))
            .DistinctBy(option => option.Name);
    }

    private static string Left(Option option) =>
        option.ValueType == typeof(bool) ? option.Name : $"{option.Name} {option.HelpName ?? "VALUE"}";

    private static void Section(TextWriter output, string title, IEnumerable<(string Left, string Right)> rows, int width)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{title}:");
        var column = all.Max(row => row.Left.Length) + 4;
        foreach (var (left, right) in all)
        {
            var lines = Wrap(right, Math.Max(30, width - column - 1)).ToList();
            output.WriteLine($"  {left.PadRight(column - 2)}{lines[0]}");
            foreach (var line in lines.Skip(1))
            {
                output.WriteLine(new string(' ', column) + line);
            }
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + word.Length + 1 > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
