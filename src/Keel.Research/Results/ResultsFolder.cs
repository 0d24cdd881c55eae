using Keel.Data;

namespace Keel.Research.Results;

/// <summary>Writes all files of a run into a folder of its own, which appears whole or not at all.</summary>
public static class ResultsFolder
{
    private const string Backtests = "backtests";
    private const string Summary = "summary.json";

    /// <summary>Writes a backtest below <c>root/backtests</c> and says where it lies; a name already taken gets a number.</summary>
    public static string WriteBacktest(string root, RunReport report, Func<string, IReadOnlyList<ResultFile>> extras)
    {
        var parent = Path.Combine(root, Backtests);
        return Staged(parent, report, staging => Settle(parent, staging, report, extras));
    }

    /// <summary>Writes a backtest into this very folder: a new or empty one, or one that holds results, which give way.</summary>
    public static string WriteInto(string folder, RunReport report, Func<string, IReadOnlyList<ResultFile>> extras)
    {
        var target = TargetOf(folder);
        return Staged(
            Path.GetDirectoryName(target)!,
            report,
            staging =>
            {
                WriteNamed(staging, report, Path.GetFileName(target), extras);
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

    /// <summary>Throws where results could not be written into a folder; to be asked before a run.</summary>
    public static void Check(string folder) => TargetOf(folder);

    private static string TargetOf(string folder)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var isFree = !Directory.Exists(target) || !Directory.EnumerateFileSystemEntries(target).Any();
        if (File.Exists(target) || (!isFree && !File.Exists(Path.Combine(target, Summary))))
        {
            throw new DataException(
                $"cannot write results into {folder}",
                File.Exists(target) ? "it is a file" : "it holds other things than results",
                "name a new folder with --out"
            )
            {
                IsMisuse = true,
            };
        }

        return target;
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

    private static string Staged(string parent, RunReport report, Func<string, string> settle)
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
            return settle(staging);
        }
        catch
        {
            Directory.Delete(staging, recursive: true);
            throw;
        }
    }

    private static string Settle(string parent, string staging, RunReport report, Func<string, IReadOnlyList<ResultFile>> extras)
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

            WriteNamed(staging, report, runId, extras);
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

    // Summary and pages carry the run's id, which is settled only by the rename that succeeds.
    private static void WriteNamed(string staging, RunReport report, string runId, Func<string, IReadOnlyList<ResultFile>> extras)
    {
        Write(staging, Summary, into => SummaryJson.Write(into, report, runId));
        foreach (var extra in extras(runId))
        {
            Write(staging, extra.Name, extra.Write);
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
