using System.Xml.Linq;

namespace Keel.Data.Tests.Synthetic;

/// <summary>The page about the synthetic market shows what the program measures. KEEL_WRITE_DOCS=1 writes picture and table anew.</summary>
public class DocumentTests
{
    private const string Begin = "<!-- figures -->\n";
    private const string End = "<!-- end of figures -->\n";

    [Fact]
    public void The_picture_is_the_one_in_the_documents()
    {
        using var written = new StringWriter { NewLine = "\n" };
        DefaultReport.Value.WriteSvg(written);
        _ = XDocument.Parse(written.ToString());
        Same(Path.Combine("docs", "images", "market-shape.svg"), written.ToString(), _ => written.ToString());
    }

    [Fact]
    public void The_table_is_the_one_in_the_documents()
    {
        using var written = new StringWriter { NewLine = "\n" };
        DefaultReport.Value.WriteTable(written);
        Same(
            Path.Combine("docs", "synthetic-market.md"),
            written.ToString(),
            page =>
            {
                var from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
                return page[..from] + "\n" + written + "\n" + page[page.IndexOf(End, StringComparison.Ordinal)..];
            }
        );
    }

    private static void Same(string path, string part, Func<string, string> whole)
    {
        var file = Path.Combine(CheckoutFolder.Path, path);
        var page = File.Exists(file) ? File.ReadAllText(file) : "";
        if (Environment.GetEnvironmentVariable("KEEL_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, whole(page));
            return;
        }

        Assert.Contains(part, page, StringComparison.Ordinal);
    }
}
