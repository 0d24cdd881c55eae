using Keel.Data;

namespace Keel.Research.Results;

/// <summary>Writes all files of a run into a folder of its own, which appears whole or not at all.</summary>
public static class ResultsFolder
{
    private const string Backtests = "backtests";
    private const string Summary = "summary.json";

    /// <summary>Writes a backtest below <c>root/backtests</c> and says where it lies; a name already taken gets a number.</summary>
    public static string WriteBacktest(string root, RunReport report, IReadOnlyList<ResultFile> extras)
    {
        var parent = Path.Combine(root, Backtests);
        return Staged(parent, report, extras, staging => Settle(parent, staging, report));
    }

    /// <summary>Writes a backtest into this very folder: a new or empty one, or one that holds results, which give way.</summary>
    public static string WriteInto(string folder, RunReport report, IReadOnlyList<ResultFile> extras)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var isFree = !Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any();
        if (File.Exists(target) || (!isFree && !File.Exists(Path.Combine(target, Summary))))
        {
            throw new DataException(
                $"cannot write results into {folder}",
                File.Exists(target) ? "it is a file" : "it holds other things than results",
                "name a new folder with --out"
            );
        }

        return Staged(
            Path.GetDirectoryName(target)!,
            report,
            extras,
            staging =>
            {
                Write(staging, Summary, into => SummaryJson.Write(into, report, Path.GetFileName(target)));
                if (Directory.Exists(target))
                {
                    KeepForeign(folder, target, staging);
                    Directory.Delete(target, recursive: true);
                }

                Directory.Move(staging, target);
                return folder;
            }
        );
    }

    // Somebody may keep notes beside their results, or have a summary.json of another program.
    private static void KeepForeign(string folder, string target, string staging)
    {
        var ours = Directory.EnumerateFileSystemEntries(staging).Select(Path.GetFileName);
        if (Directory.EnumerateFileSystemEntries(target).Select(Path.GetFileName).Except(ours).FirstOrDefault() is { } foreign)
        {
            throw new DataException(
                $"cannot write results into {folder}",
                $"it holds {foreign} too, which is no part of results",
                "move it away, or name a new folder with --out"
            );
        }
    }

    private static string Staged(string parent, RunReport report, IReadOnlyList<ResultFile> extras, Func<string, string> settle)
    {
        var staging = Path.Combine(parent, ".writing-" + Path.GetRandomFileName());
        Directory.CreateDirectory(staging);
        try
        {
            var result = report.Summary.Result;
            Write(staging, "trades.csv", into => TradesCsv.Write(into, result));
            Write(staging, "equity_curve.csv", into => EquityCurveCsv.Write(into, result));
            Write(staging, "daily_pnl.csv", into => DailyPnlCsv.Write(into, report.Summary));
            Write(staging, "drawdowns.csv", into => DrawdownsCsv.Write(into, report.Summary));
            Write(staging, "signals.csv", into => SignalsCsv.Write(into, result));
            Write(staging, "parameters.json", into => ParametersJson.Write(into, result));
            foreach (var extra in extras)
            {
                Write(staging, extra.Name, extra.Write);
            }

            return settle(staging);
        }
        catch
        {
            Directory.Delete(staging, recursive: true);
            throw;
        }
    }

    // The summary carries the run's id, which is settled only by the rename that succeeds.
    private static string Settle(string parent, string staging, RunReport report)
    {
        var name = RunName.Of(report.Summary.Result);
        for (var number = 1; ; number++)
        {
            var runId = number == 1 ? name : $"{name}_{number}";
            var target = Path.Combine(parent, runId);
            if (Directory.Exists(target))
            {
                continue;
            }

            Write(staging, Summary, into => SummaryJson.Write(into, report, runId));
            try
            {
                Directory.Move(staging, target);
                return target;
            }
            catch (IOException) when (Directory.Exists(target))
            {
                // Another run took the name in this moment.
            }
        }
    }

    private static void Write(string folder, string name, Action<Stream> write)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var into = File.Create(path);
        write(into);
    }
}
