namespace Keel.Research.Performance;

/// <summary>Risk that counts only what falls short of a target.</summary>
public static class DownsideRisk
{
    /// <summary>Root of the mean square of the shortfalls, over all periods; null of none.</summary>
    public static double? Deviation(ReadOnlySpan<double> returns, double target = 0)
    {
        CompensatedSum squares = default;
        foreach (var value in returns)
        {
            var shortfall = Math.Min(value - target, 0);
            squares.Add(shortfall * shortfall);
        }

        return returns.IsEmpty ? null : Ratio.Finite(Math.Sqrt(squares.Total / returns.Length));
    }

    /// <summary>Annual Sortino ratio; null when no return falls short.</summary>
    public static double? Sortino(ReadOnlySpan<double> returns, int periodsPerYear, double target = 0) =>
        Deviation(returns, target) is { } deviation
            ? Ratio.Of((CompensatedSum.Of(returns) / returns.Length - target) * Math.Sqrt(periodsPerYear), deviation)
            : null;
}
