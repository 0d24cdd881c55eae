using System.Reflection;
using System.Text;

namespace Keel.Domain.Facts;

/// <summary>A small table of dated facts that the program carries with it: a header, rows, and <c>#</c> lines that tell source and date.</summary>
/// <remarks>Plain commas, no quotes: a cell cannot hold a comma, so notes are written with semicolons.</remarks>
public sealed class FactTable
{
    private readonly Dictionary<string, int> columns;

    private FactTable(string file, Dictionary<string, int> columns, IReadOnlyList<FactRow> rows)
    {
        File = file;
        this.columns = columns;
        Rows = rows;
    }

    /// <summary>The name under which the table complains.</summary>
    public string File { get; }

    /// <summary>The rows in the order of the file.</summary>
    public IReadOnlyList<FactRow> Rows { get; }

    /// <summary>The table embedded under a path such as <c>instruments/futures.csv</c>.</summary>
    public static FactTable Embedded(string path) => Embedded(typeof(FactTable).Assembly, path);

    /// <summary>The table that another project carries, embedded in the same way.</summary>
    public static FactTable Embedded(Assembly carrier, string path)
    {
        using var stream =
            carrier.GetManifestResourceStream("Keel.Facts/" + path)
            ?? throw new FactException($"{path}: no such table of facts is built into the program");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(path, reader.ReadToEnd());
    }

    /// <summary>Reads a table from its text; throws with file and line where the text is no table.</summary>
    public static FactTable Parse(string file, string text)
    {
        var rows = new List<FactRow>();
        FactTable? table = null;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (table is null)
            {
                table = new FactTable(file, Header(file, number, cells), rows);
                continue;
            }

            if (cells.Length != table.columns.Count)
            {
                throw new FactException(file, number, $"{cells.Length} cells under {table.columns.Count} column names");
            }

            rows.Add(new FactRow(table, number, cells));
        }

        return table ?? throw new FactException(file, number, "no header");
    }

    internal int Column(string name, int line) =>
        columns.TryGetValue(name, out var at) ? at : throw new FactException(File, line, $"no column '{name}'");

    private static Dictionary<string, int> Header(string file, int line, string[] names)
    {
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name.Length == 0 || !named.TryAdd(name, named.Count))
            {
                throw new FactException(file, line, $"column name '{name}' is empty or given twice");
            }
        }

        return named;
    }
}
