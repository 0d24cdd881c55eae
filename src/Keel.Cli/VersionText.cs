using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Data;
using Keel.Data.DuckDb;
using NodaTime;

namespace Keel.Cli;

/// <summary>Says which build this is and what it stands on.</summary>
internal static class VersionText
{
    /// <summary>Version and commit of this build.</summary>
    public static string Build =>
        typeof(VersionText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
        ?? "unknown";

    public static void Write(Terminal terminal)
    {
        var parts = Build.Split('+');
        var rows = new List<(string Key, string Label, string Value)>
        {
            ("version", "Keel", parts[0]),
            ("commit", "commit", parts.Length > 1 ? parts[1] : "unknown"),
            ("dotnet", ".NET", Environment.Version.ToString()),
            ("system", "system", $"{RuntimeInformation.OSDescription} {RuntimeInformation.ProcessArchitecture}"),
            ("duckdb", "DuckDB", DuckDb()),
            ("tzdb", "time zones", DateTimeZoneProviders.Tzdb.VersionId),
        };
        foreach (var (_, label, value) in rows)
        {
            terminal.Line($"{label, -11} {value}");
        }

        var document = new JsonObject();
        foreach (var (key, _, value) in rows)
        {
            document[key] = value;
        }

        terminal.Document(document);
    }

    private static string DuckDb()
    {
        try
        {
            return DuckDbLibrary.Version;
        }
        catch (DataException missing)
        {
            return $"missing ({missing.Remedy})";
        }
    }
}
