using System.Text.Json;

namespace Keel.Cli.Verbs.Research;

/// <summary>A run that left its results in a folder, as its summary tells it.</summary>
internal sealed record SavedRun
{
    private const string SummaryFile = "summary.json";

    /// <summary>Where it lies.</summary>
    public required string Folder { get; init; }

    /// <summary>Its id, which is also the folder's name unless somebody renamed it.</summary>
    public required string Id { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The strategy's name.</summary>
    public required string Strategy { get; init; }

    /// <summary>The profile's name; empty where a summary does not say.</summary>
    public required string Profile { get; init; }

    /// <summary>What was traded.</summary>
    public required string Symbol { get; init; }

    /// <summary>Net, in dollars.</summary>
    public required decimal Net { get; init; }

    /// <summary>How many trades.</summary>
    public required long Trades { get; init; }

    /// <summary>Winnings over losses; null where nothing was lost, or nothing traded.</summary>
    public required double? ProfitFactor { get; init; }

    /// <summary>The page of the run.</summary>
    public string Report => Path.Combine(Folder, "report.html");

    /// <summary>All runs below a folder, the last first; folders whose summary cannot be read go to the list of broken ones.</summary>
    public static IReadOnlyList<SavedRun> Below(string root, List<string> broken)
    {
        var runs = new List<SavedRun>();
        var everywhere = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            MaxRecursionDepth = 6,
        };
        foreach (var file in Directory.Exists(root) ? Directory.EnumerateFiles(root, SummaryFile, everywhere) : [])
        {
            var folder = Path.GetDirectoryName(file)!;
            if (Path.GetFileName(folder).StartsWith(".writing-", StringComparison.Ordinal))
            {
                continue;
            }

            if (TryRead(file, folder) is { } run)
            {
                runs.Add(run);
            }
            else
            {
                broken.Add(folder);
            }
        }

        return [.. runs.OrderByDescending(run => run.At).ThenByDescending(run => run.Folder, StringComparer.Ordinal)];
    }

    private static SavedRun? TryRead(string file, string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            var summary = document.RootElement;
            var strategy = summary.GetProperty("strategy");
            var performance = summary.GetProperty("performance");
            var factor = performance.GetProperty("profit_factor");
            return new SavedRun
            {
                Folder = folder,
                Id = summary.GetProperty("run_id").GetString()!,
                At = summary.GetProperty("timestamp").GetDateTimeOffset(),
                Strategy = strategy.GetProperty("name").GetString()!,
                Profile = strategy.TryGetProperty("profile", out var profile) ? profile.GetString()! : "",
                Symbol = summary.GetProperty("symbol").GetString()!,
                Net = performance.GetProperty("net_pnl").GetDecimal(),
                Trades = performance.GetProperty("total_trades").GetInt64(),
                ProfitFactor = factor.ValueKind == JsonValueKind.Null ? null : factor.GetDouble(),
            };
        }
        catch (Exception unreadable)
            when (unreadable
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or InvalidOperationException
                        or FormatException
                        or KeyNotFoundException
            )
        {
            // A summary that somebody cut or edited is no reason to hide the others.
            return null;
        }
    }
}
