using System.Globalization;

namespace Keel.Data.Shape;

/// <summary>One figure of a market beside the band in which real markets lie.</summary>
/// <param name="Figure">What is measured, in words.</param>
/// <param name="Low">The lower end of the band.</param>
/// <param name="High">The upper end of the band.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Format">How the three are written: a .NET number format.</param>
public sealed record ShapeRow(string Figure, double Low, double High, double Measured, string Format)
{
    /// <summary>Whether the measured figure lies in the band; one that could not be measured does not.</summary>
    public bool Inside => Measured >= Low && Measured <= High;

    /// <summary>The band as text.</summary>
    public string Band => Text(Low) + " … " + Text(High);

    /// <summary>The measured figure as text.</summary>
    public string MeasuredText => Text(Measured);

    private string Text(double value) => value.ToString(Format, CultureInfo.InvariantCulture);
}
