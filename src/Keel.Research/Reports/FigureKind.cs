namespace Keel.Research.Reports;

/// <summary>What a figure counts, which says how it is written.</summary>
internal enum FigureKind
{
    /// <summary>A plain number, a ratio or a count.</summary>
    Number,

    /// <summary>Dollars.</summary>
    Money,

    /// <summary>Per cent, 0 to 100.</summary>
    Percent,

    /// <summary>A fraction, 0 to 1, with its per cents beside it.</summary>
    Fraction,

    /// <summary>A count of minutes.</summary>
    Minutes,

    /// <summary>A count of hours.</summary>
    Hours,

    /// <summary>A count of days.</summary>
    Days,

    /// <summary>A word or a date.</summary>
    Word,
}
