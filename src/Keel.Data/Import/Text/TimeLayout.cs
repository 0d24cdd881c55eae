namespace Keel.Data.Import.Text;

/// <summary>How a time stamp is written.</summary>
internal enum TimeLayout
{
    /// <summary>Year first: <c>2024-01-31 09:30:00</c>, <c>20240131 093000</c>, with or without zone.</summary>
    YearMonthDay,

    /// <summary>As in America: <c>01/31/2024 09:30</c>.</summary>
    MonthDayYear,

    /// <summary>As in Europe: <c>31.01.2024 09:30</c>.</summary>
    DayMonthYear,

    /// <summary>Seconds, milli-, micro- or nanoseconds since 1970.</summary>
    Epoch,
}
