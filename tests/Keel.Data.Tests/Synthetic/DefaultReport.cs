using Keel.Data.Shape;

namespace Keel.Data.Tests.Synthetic;

/// <summary>The report of the documented market (MES, seed 7, sixty days), measured once for all tests.</summary>
internal static class DefaultReport
{
    public const int Days = 60;

    private static readonly Lazy<ShapeReport> Report = new(() => ShapeReport.Of(Markets.Mes(Days)));

    public static ShapeReport Value => Report.Value;
}
