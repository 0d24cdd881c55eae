namespace Keel.Indicators.Tests.Goldens;

/// <summary>Compares a whole column, the rows where nothing is defined yet included.</summary>
internal static class Comparison
{
    /// <summary>Within <c>absolute + relative · |expected|</c> in every row.</summary>
    public static void Agree(string what, double[] expected, double[] values, double absolute, double relative)
    {
        Assert.Equal(expected.Length, values.Length);
        Assert.Contains(expected, value => !double.IsNaN(value));
        for (var row = 0; row < expected.Length; row++)
        {
            var near =
                double.IsNaN(expected[row]) && double.IsNaN(values[row])
                || Math.Abs(expected[row] - values[row]) <= absolute + (relative * Math.Abs(expected[row]));
            Assert.True(near, $"{what}, row {row}: expected {expected[row]:R}, got {values[row]:R}");
        }
    }
}
