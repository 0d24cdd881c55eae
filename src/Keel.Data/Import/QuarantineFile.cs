using System.Security.Cryptography;
using System.Text;

namespace Keel.Data.Import;

/// <summary>
/// Keeps refused rows with their reason and their original line. The file has the columns <c>reason,row</c> before the table's own, and can be
/// imported like any other once its rows are repaired.
/// </summary>
internal static class QuarantineFile
{
    /// <summary>Writes the refused rows of a source below a catalog's folder; null when there are none. The name follows from the content.</summary>
    public static string? Write(
        string catalogFolder,
        IRowSource source,
        TableReading reading,
        IReadOnlyList<(long Row, RowFault Fault)> faults
    )
    {
        var kept = faults.Where(fault => fault.Fault != RowFault.Duplicate).ToList();
        if (kept.Count == 0)
        {
            return null;
        }

        var text = Compose(source, reading, kept);
        var folder = Path.Combine(catalogFolder, "quarantine");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
        var name = string.Concat(
            Path.GetFileName(source.Name).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')
        );
        var path = Path.Combine(folder, $"{reading.Instrument.Replace(':', '_')}-{reading.Schema}-{name}-{hash}.csv");
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(path + ".part", text);
            File.Move(path + ".part", path, overwrite: true);
        }
        catch (Exception refused) when (DataException.IsRefusal(refused))
        {
            throw DataException.Refused($"cannot write {path}", refused);
        }

        return path;
    }

    private static string Compose(IRowSource source, TableReading reading, List<(long Row, RowFault Fault)> faults)
    {
        var delimiter = source.Delimiter;
        var lines = LinesOf(source, faults);
        var zone = source.Clock == SourceClock.Utc ? "" : reading.Zone;
        var mark = new QuarantineMark(
            zone,
            reading.Stamp.ToString().ToLowerInvariant(),
            reading.Instrument,
            reading.Schema,
            Path.GetFileName(source.Name)
        );
        var text = new StringBuilder()
            .Append(mark)
            .Append('\n')
            .Append("reason")
            .Append(delimiter)
            .Append("row")
            .Append(delimiter)
            .Append(source.Header)
            .Append('\n');
        foreach (var (row, fault) in faults)
        {
            text.Append(fault.Code()).Append(delimiter).Append(row).Append(delimiter).Append(lines[row]).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads the source once more for the lines of a few rows: keeping every line while importing would cost every import for the sake of bad ones.</summary>
    private static Dictionary<long, string> LinesOf(IRowSource source, List<(long Row, RowFault Fault)> faults)
    {
        var wanted = faults.Select(fault => fault.Row).ToHashSet();
        var lines = new Dictionary<long, string>(wanted.Count);
        using var reader = source.Open(timesOnly: false);
        while (lines.Count < wanted.Count && reader.Next())
        {
            for (var i = 0; i < reader.Count; i++)
            {
                if (wanted.Contains(reader.Rows[i].Row))
                {
                    lines[reader.Rows[i].Row] = reader.Line(i);
                }
            }
        }

        return lines;
    }
}
