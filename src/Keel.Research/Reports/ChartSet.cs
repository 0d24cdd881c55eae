namespace Keel.Research.Reports;

/// <summary>Which charts a page holds, which says which data it carries.</summary>
internal enum ChartSet
{
    /// <summary>Those of the whole report.</summary>
    All,

    /// <summary>One that needs nothing but when trades ended and what they earned.</summary>
    Results,
}
