using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Keel.Cli.Profiles.Text;

/// <summary>
/// Reads YAML event by event into nodes that know their lines. Only the plain part of YAML is read: one document, maps, lists, single
/// values; anchors, aliases and tags are refused, since a profile is read by people first.
/// </summary>
internal sealed class ProfileTree
{
    // Deeper than any profile by far; a file of a thousand brackets must not exhaust the stack.
    private const int Deepest = 16;

    private readonly Parser parser;
    private readonly Func<int, Place> placeOf;
    private readonly EnvironmentNames environment;
    private readonly ProblemList problems;

    private ProfileTree(string text, Func<int, Place> placeOf, EnvironmentNames environment, ProblemList problems)
    {
        parser = new Parser(new StringReader(EnvironmentNames.Shield(text)));
        (this.placeOf, this.environment, this.problems) = (placeOf, environment, problems);
    }

    private Place Here => placeOf((int)parser.Current!.Start.Line);

    /// <summary>The document's root; null when it is empty or broken, which is noted.</summary>
    public static ProfileNode? Read(
        string text,
        Func<int, Place> placeOf,
        string path,
        EnvironmentNames environment,
        ProblemList problems
    )
    {
        if (NoteTabs(text, placeOf, path, problems))
        {
            return null;
        }

        var tree = new ProfileTree(text, placeOf, environment, problems);
        try
        {
            return tree.Document(path);
        }
        catch (YamlException broken)
        {
            problems.Add(
                placeOf((int)broken.Start.Line),
                path,
                $"this is no valid YAML ({Reason(broken)})",
                Remedy(broken.Message)
            );
            return null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // The parser's own faults on text that it should have refused: a document that ends inside of a bracket.
            var line = (int)(tree.parser.Current?.Start.Line ?? 1);
            problems.Add(placeOf(line), path, "this is no valid YAML (a bracket or quote is left open)", Remedy(""));
            return null;
        }
    }

    private static bool NoteTabs(string text, Func<int, Place> placeOf, string path, ProblemList problems)
    {
        var before = problems.Count;
        var line = 0;
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            line++;
            var indent = row[..(row.Length - row.TrimStart(" \t").Length)];
            if (indent.Contains('\t') && indent.Length < row.Length)
            {
                problems.Add(placeOf(line), path, "a tab is used as indent", "indent with spaces: YAML does not allow tabs");
            }
        }

        return problems.Count > before;
    }

    private static string Reason(YamlException broken)
    {
        var text = (broken.InnerException ?? broken).Message;
        return text.TrimEnd('.').ReplaceLineEndings(" ");
    }

    private static string Remedy(string message) =>
        message.Contains("character", StringComparison.OrdinalIgnoreCase)
            ? "put quotes around a value with special characters"
            : "check brackets, colons, quotes and the indent of this line and the one before";

    private ProfileNode? Document(string path)
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return null;
        }

        parser.Consume<DocumentStart>();
        var root = Node(path, 0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
        {
            problems.Add(Here, path, "a second document begins here", "keep one profile in a file");
        }

        return root;
    }

    private ProfileNode Node(string path, int depth)
    {
        if (depth > Deepest)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, "it is nested too deeply");
        }

        var place = Here;
        var before = problems.Count;
        NoteSpecials(path, place);
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            environment.TryFill(scalar.Value, place, path, out var text);
            return new ScalarNode(place, text, scalar.Style is not ScalarStyle.Plain) { IsBroken = problems.Count > before };
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<ProfileNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Node(path, depth + 1));
            }

            return new ListNode(place, items);
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            return new MapNode(place, Entries(path, depth));
        }

        parser.MoveNext();
        return new ScalarNode(place, "", Quoted: true) { IsBroken = true };
    }

    private List<MapEntry> Entries(string path, int depth)
    {
        var entries = new List<MapEntry>();
        var first = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var place = Here;
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw new YamlException(parser.Current!.Start, parser.Current.End, "a key is no single word");
            }

            var name = EnvironmentNames.Unshield(key.Value);
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            var value = Node(inner, depth + 1);
            if (first.TryAdd(name, place))
            {
                entries.Add(new MapEntry(name, place, value));
            }
            else
            {
                problems.Add(place, inner, $"this key is given twice (first at {first[name]})", "keep one of them");
            }
        }

        return entries;
    }

    private void NoteSpecials(string path, Place place)
    {
        switch (parser.Current)
        {
            case AnchorAlias alias:
                problems.Add(
                    place,
                    path,
                    $"'*{alias.Value}' refers to another part of the file",
                    "write the value out, or in quotes"
                );
                break;
            case NodeEvent { Anchor.IsEmpty: false } anchored:
                problems.Add(
                    place,
                    path,
                    $"'&{anchored.Anchor}' marks a part for reuse",
                    "remove the mark: profiles write values out"
                );
                break;
            case NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } tagged:
                problems.Add(
                    place,
                    path,
                    $"'{tagged.Tag}' is a type mark",
                    "remove it: every key has its type (keel config keys)"
                );
                break;
        }
    }
}
