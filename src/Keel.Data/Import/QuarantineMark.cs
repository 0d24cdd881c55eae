namespace Keel.Data.Import;

/// <summary>The first line of a quarantine file: from which file the rows were taken, and how its times were understood, so that repaired rows go back where they belong.</summary>
internal sealed record QuarantineMark(string Zone, string Stamp, string Instrument, string Schema, string Source)
{
    private const string Sign = "# keel quarantine";

    /// <summary>Reads the mark; null where the line is none.</summary>
    public static QuarantineMark? Read(string line)
    {
        if (!line.StartsWith(Sign, StringComparison.Ordinal))
        {
            return null;
        }

        // The source comes last and may hold anything: what was said first counts.
        var parts = new Dictionary<string, string>();
        foreach (var part in line[Sign.Length..].Split("; ").Select(part => part.Split('=', 2)).Where(part => part.Length == 2))
        {
            parts.TryAdd(part[0].Trim(), part[1]);
        }

        return new QuarantineMark(
            parts.GetValueOrDefault("zone", ""),
            parts.GetValueOrDefault("stamp", ""),
            parts.GetValueOrDefault("instrument", ""),
            parts.GetValueOrDefault("schema", ""),
            parts.GetValueOrDefault("source", "")
        );
    }

    /// <summary>The mark as a line.</summary>
    public override string ToString() =>
        $"{Sign}; zone={Zone}; stamp={Stamp}; instrument={Instrument}; schema={Schema}; source={Source}";
}
