namespace Keel.Research.Performance;

/// <summary>Equity at the start and after each period, with its drawdowns.</summary>
public sealed class EquityPath
{
    private readonly double[] equity;

    private EquityPath(double[] equity)
    {
        this.equity = equity;
        Phases = FindPhases(equity, out var squares);
        Periods = equity.Length - 1;
        UlcerIndex = Periods == 0 ? null : Ratio.Finite(Math.Sqrt(squares / Periods));
        TotalReturn = Periods == 0 ? null : Ratio.Finite(equity[^1] / equity[0] - 1);
        foreach (var phase in Phases)
        {
            MaxDrawdown = Math.Max(MaxDrawdown, phase.Depth);
            MaxDrawdownAmount = Math.Max(MaxDrawdownAmount, phase.Amount);
            LongestDrawdown = Math.Max(LongestDrawdown, phase.Duration);
        }
    }

    /// <summary>The start, then one value for each period.</summary>
    public ReadOnlySpan<double> Equity => equity;

    /// <summary>How many periods there are.</summary>
    public int Periods { get; }

    /// <summary>All times below a peak, in order.</summary>
    public IReadOnlyList<DrawdownPhase> Phases { get; }

    /// <summary>The deepest fall below the peak before it, as a share of that peak; the start counts as a peak.</summary>
    public double MaxDrawdown { get; }

    /// <summary>The greatest fall below the peak before it, in money.</summary>
    public double MaxDrawdownAmount { get; }

    /// <summary>The most periods from a peak to its recovery, or to the end.</summary>
    public int LongestDrawdown { get; }

    /// <summary>Root of the mean square of the drawdown after each period; null without periods.</summary>
    public double? UlcerIndex { get; }

    /// <summary>Last equity over first, less one; null without periods.</summary>
    public double? TotalReturn { get; }

    /// <summary>The path of an account that begins above zero and gains these amounts.</summary>
    public static EquityPath FromEquity(IReadOnlyList<double> equity)
    {
        if (equity.Count == 0 || equity[0] <= 0)
        {
            throw new ArgumentException("a path begins with an equity above zero", nameof(equity));
        }

        return new EquityPath([.. equity]);
    }

    /// <summary>The path of 1 that compounds these returns.</summary>
    public static EquityPath FromReturns(ReadOnlySpan<double> returns)
    {
        var path = new double[returns.Length + 1];
        path[0] = 1;
        for (var i = 0; i < returns.Length; i++)
        {
            path[i + 1] = path[i] * (1 + returns[i]);
        }

        return new EquityPath(path);
    }

    /// <summary>The compound return of a year; null without periods and for an account that ended at zero or below.</summary>
    public double? AnnualReturn(int periodsPerYear) =>
        Periods > 0 && equity[^1] > 0
            ? Ratio.Finite(Math.Pow(equity[^1] / equity[0], (double)periodsPerYear / Periods) - 1)
            : null;

    /// <summary>Annual return over the greatest drawdown, both of the whole path; null without a drawdown.</summary>
    public double? Calmar(int periodsPerYear) =>
        AnnualReturn(periodsPerYear) is { } annual ? Ratio.Of(annual, MaxDrawdown) : null;

    private static List<DrawdownPhase> FindPhases(double[] equity, out double squares)
    {
        var phases = new List<DrawdownPhase>();
        var sum = new CompensatedSum();
        var peak = 0;
        var trough = 0;
        for (var i = 1; i < equity.Length; i++)
        {
            if (equity[i] >= equity[peak])
            {
                if (trough > peak)
                {
                    phases.Add(Phase(equity, peak, trough, i, i));
                }

                peak = i;
                continue;
            }

            var depth = 1 - equity[i] / equity[peak];
            sum.Add(depth * depth);
            if (trough <= peak || equity[i] < equity[trough])
            {
                trough = i;
            }
        }

        if (trough > peak)
        {
            phases.Add(Phase(equity, peak, trough, null, equity.Length - 1));
        }

        squares = sum.Total;
        return phases;
    }

    private static DrawdownPhase Phase(double[] equity, int peak, int trough, int? recovery, int end) =>
        new(peak, trough, recovery, end, 1 - equity[trough] / equity[peak], equity[peak] - equity[trough]);
}
