namespace Keel.Domain.Tests.Sessions;

/// <summary>The published session tables that lie beside a working copy; tests on them skip where there are none.</summary>
internal static class SessionData
{
    /// <summary>The rows of a table by column name.</summary>
    public static List<Dictionary<string, string>> Rows(string file)
    {
        var path = PathOf(file);
        Assert.SkipWhen(path is null, $"shared/data/sessions/{file} does not lie beside the working copy");
        using var reader = new StreamReader(path!);
        var columns = Cells(reader.ReadLine()!);
        var rows = new List<Dictionary<string, string>>();
        while (reader.ReadLine() is { } line)
        {
            var cells = Cells(line);
            Assert.Equal(columns.Count, cells.Count);
            rows.Add(columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second));
        }

        return rows;
    }

    private static string? PathOf(string file)
    {
        var path = CheckoutFolder.SharedData("sessions", file);
        return File.Exists(path) ? path : null;
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var character in line)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == ',' && !quoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += character;
            }
        }

        return cells;
    }
}
