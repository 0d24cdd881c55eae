using Keel.Data.Quality;
using Keel.Domain;

namespace Keel.Data.Import;

/// <summary>What came of an import or a check of a file.</summary>
public sealed record ImportReport
{
    /// <summary>The file.</summary>
    public required string Source { get; init; }

    /// <summary>The instrument.</summary>
    public required string Instrument { get; init; }

    /// <summary>What the file holds: <c>bars-1m</c> …</summary>
    public required string Schema { get; init; }

    /// <summary>Rows in the file; each was imported, quarantined or a duplicate.</summary>
    public required long Rows { get; init; }

    /// <summary>Bars that are new in the catalog.</summary>
    public required long Imported { get; init; }

    /// <summary>Rows set aside with a reason.</summary>
    public required long Quarantined { get; init; }

    /// <summary>Rows that repeat a bar of the file or the catalog, value for value.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Of the duplicates, those that the catalog had already.</summary>
    public required long AlreadyThere { get; init; }

    /// <summary>Stretches inside trading hours without bars.</summary>
    public required long Gaps { get; init; }

    /// <summary>The longest of them.</summary>
    public required IReadOnlyList<BarGap> LongestGaps { get; init; }

    /// <summary>Bars outside every session of the instrument's calendar; kept.</summary>
    public required long OutsideSessions { get; init; }

    /// <summary>Opening time of the first good bar; null when there is none.</summary>
    public required Timestamp? First { get; init; }

    /// <summary>Opening time of the last good bar; null when there is none.</summary>
    public required Timestamp? Last { get; init; }

    /// <summary>The dataset's identity after the import; null where nothing was written.</summary>
    public string? Dataset { get; init; }

    /// <summary>The tick.</summary>
    public required decimal Tick { get; init; }

    /// <summary>The zone in which times were read.</summary>
    public required string Zone { get; init; }

    /// <summary>Which end of the bar is stamped.</summary>
    public required string Stamp { get; init; }

    /// <summary>How the file is laid out, in words.</summary>
    public required string Layout { get; init; }

    /// <summary>How many rows were refused for each reason.</summary>
    public required IReadOnlyDictionary<string, long> Reasons { get; init; }

    /// <summary>Where the quarantined rows lie; null when there are none or nothing was written.</summary>
    public string? QuarantineFile { get; init; }

    /// <summary>Months whose files a killed import had already written.</summary>
    public int ResumedMonths { get; init; }

    /// <summary>What was found out or assumed, in sentences.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
