using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Keel.Data;

namespace Keel.Cli.Console;

/// <summary>Where a verb writes: its answer to standard output, all else to standard error; with <c>--json</c> the answer is one document.</summary>
public sealed class Terminal(TextWriter output, TextWriter error, bool isInteractive, int width)
{
    private const int LongestLine = 600;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Whether the answer is to be one JSON document.</summary>
    public bool Json { get; set; }

    /// <summary>Whether errors come with a stack trace.</summary>
    public bool Verbose { get; set; }

    /// <summary>Whether a person watches: progress bars are drawn only then.</summary>
    public bool IsInteractive => isInteractive && !Json;

    /// <summary>Columns of the screen.</summary>
    public int Width => width;

    /// <summary>Standard output.</summary>
    public TextWriter Output => output;

    /// <summary>Standard error.</summary>
    public TextWriter Error => error;

    /// <summary>A line of the answer, for people only.</summary>
    public void Line(string text = "")
    {
        if (!Json)
        {
            output.WriteLine(text);
        }
    }

    /// <summary>The answer as a document, with <c>--json</c> only.</summary>
    public void Document(JsonNode document)
    {
        if (Json)
        {
            output.WriteLine(document.ToJsonString(Indented));
        }
    }

    /// <summary>A remark beside the answer, and after what has been answered so far.</summary>
    public void Remark(string text)
    {
        output.Flush();
        error.WriteLine(text);
    }

    /// <summary>An error in up to three lines: what failed, why, what to do.</summary>
    public void Fail(string what, string why, string remedy)
    {
        (what, why, remedy) = (Plain(what), Plain(why), Plain(remedy));
        error.WriteLine($"keel: {what}");
        error.WriteLine($"  why:    {why}");
        error.WriteLine($"  remedy: {remedy}");
        Document(
            new JsonObject
            {
                ["error"] = new JsonObject
                {
                    ["what"] = what,
                    ["why"] = why,
                    ["remedy"] = remedy,
                },
            }
        );
    }

    /// <summary>An error in the data.</summary>
    public void Fail(DataException trouble)
    {
        Fail(trouble.What, trouble.Why, trouble.Remedy);
        if (Verbose)
        {
            error.WriteLine(trouble);
        }
    }

    /// <summary>A text on one line and of bearable length. It may quote a stranger's file: what would move the cursor or paint the screen is shown as a question mark.</summary>
    private static string Plain(string text)
    {
        var plain = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        plain = string.Concat(
            plain.Select(c => char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format ? '?' : c)
        );
        return plain.Length <= LongestLine ? plain : plain[..LongestLine] + " …";
    }

    /// <summary>A count with its thousands parted.</summary>
    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
