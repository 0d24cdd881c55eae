using Keel.Data.Import.Clock;
using Keel.Data.Import.Text;

namespace Keel.Data.Import;

/// <summary>What the user says about an import; whatever is left out is found out.</summary>
public sealed record ImportOptions
{
    /// <summary>The instrument's symbol; null only where the file itself says it (a quarantine file).</summary>
    public string? Instrument { get; init; }

    /// <summary><c>bars-1m</c> and the like; null to take the file's own bar length.</summary>
    public string? Schema { get; init; }

    /// <summary>The zone of times without zone; null to find it out.</summary>
    public string? Zone { get; init; }

    /// <summary>Which end of the bar is stamped; null to find it out.</summary>
    public Stamp? Stamp { get; init; }

    /// <summary>The tick of an instrument that Keel does not know; null to find it from the prices.</summary>
    public decimal? Tick { get; init; }

    /// <summary>Whether 01/02/2024 begins with the month (true) or the day (false); null to find it out.</summary>
    public bool? MonthFirst { get; init; }

    /// <summary>Whether bars of the catalog give way to other ones at the same time.</summary>
    public bool Replace { get; init; }

    /// <summary>Whether a table may be looked at without saying which instrument it is.</summary>
    public bool MayBeUnnamed { get; init; }

    /// <summary>What a table is called of which nobody says what it is.</summary>
    internal const string Unnamed = "unnamed";

    internal TimeLayout? Dates =>
        MonthFirst is null ? null
        : MonthFirst.Value ? TimeLayout.MonthDayYear
        : TimeLayout.DayMonthYear;
}
