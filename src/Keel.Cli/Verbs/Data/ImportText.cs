using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Data.Import;

namespace Keel.Cli.Verbs.Data;

/// <summary>What came of an import, in words and as a document.</summary>
internal static class ImportText
{
    public static void Write(ImportReport report, Terminal terminal, bool written)
    {
        terminal.Line($"{report.Source}: {report.Instrument} {report.Schema}");
        terminal.Line($"  layout       {report.Layout}");
        terminal.Line($"  times        {report.Zone}, bars stamped at the {report.Stamp}");
        terminal.Line($"  rows         {Terminal.Count(report.Rows)}");
        terminal.Line($"  {(written ? "imported    " : "good bars   ")} {Terminal.Count(report.Imported)}{AlreadyThere(report)}");
        terminal.Line($"  quarantined  {Terminal.Count(report.Quarantined)}{Reasons(report)}");
        terminal.Line($"  duplicates   {Terminal.Count(report.Duplicates)}");
        terminal.Line($"  gaps         {Terminal.Count(report.Gaps)}{Longest(report)}");
        if (report.OutsideSessions > 0)
        {
            terminal.Line(
                $"  off hours    {Terminal.Count(report.OutsideSessions)} bars outside every session of the calendar (kept)"
            );
        }

        terminal.Line($"  first        {report.First}");
        terminal.Line($"  last         {report.Last}");
        if (report.Dataset is not null)
        {
            terminal.Line($"  dataset      {report.Dataset}");
        }

        foreach (var note in report.Notes)
        {
            terminal.Line($"  note         {note}");
        }

        if (report.ResumedMonths > 0)
        {
            terminal.Line($"  note         {report.ResumedMonths} months were already written by an import that was cut off");
        }

        if (report.QuarantineFile is not null)
        {
            terminal.Line($"  repair       {report.QuarantineFile}, then import that file");
        }
    }

    public static JsonObject Document(ImportReport report)
    {
        var reasons = new JsonObject();
        foreach (var (reason, count) in report.Reasons)
        {
            reasons[reason] = count;
        }

        return new JsonObject
        {
            ["rows"] = report.Rows,
            ["imported"] = report.Imported,
            ["quarantined"] = report.Quarantined,
            ["duplicates"] = report.Duplicates,
            ["gaps"] = report.Gaps,
            ["first"] = report.First?.ToString(),
            ["last"] = report.Last?.ToString(),
            ["dataset"] = report.Dataset,
            ["source"] = report.Source,
            ["instrument"] = report.Instrument,
            ["schema"] = report.Schema,
            ["tick"] = report.Tick,
            ["zone"] = report.Zone,
            ["stamp"] = report.Stamp,
            ["layout"] = report.Layout,
            ["already_there"] = report.AlreadyThere,
            ["outside_sessions"] = report.OutsideSessions,
            ["reasons"] = reasons,
            ["quarantine_file"] = report.QuarantineFile,
            ["resumed_months"] = report.ResumedMonths,
            ["longest_gaps"] = new JsonArray(
                report
                    .LongestGaps.Select(gap =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["from"] = gap.From.ToString(),
                                ["to"] = gap.To.ToString(),
                                ["minutes"] = gap.Length.TotalMinutes,
                            }
                    )
                    .ToArray()
            ),
            ["notes"] = new JsonArray(report.Notes.Select(note => (JsonNode)note).ToArray()),
        };
    }

    private static string AlreadyThere(ImportReport report) =>
        report.AlreadyThere == 0 ? ""
        : report.Imported == 0 ? "  (nothing new: the catalog has them all)"
        : $"  ({Terminal.Count(report.AlreadyThere)} were there already)";

    private static string Reasons(ImportReport report)
    {
        var reasons = report
            .Reasons.Where(reason => reason.Key != "duplicate")
            .Select(reason => $"{Terminal.Count(reason.Value)} {reason.Key}")
            .ToList();
        return reasons.Count == 0 ? "" : $"  ({string.Join(", ", reasons)})";
    }

    private static string Longest(ImportReport report) =>
        report.LongestGaps.Count == 0
            ? ""
            : $"  (the longest: {report.LongestGaps[0].Length.TotalMinutes:0.#} minutes from {report.LongestGaps[0].From})";
}
