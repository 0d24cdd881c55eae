namespace Keel.Research.Reports;

/// <summary>Mean and spread of numbers that arrive one by one (Welford's recurrence, which does not lose small differences of large numbers).</summary>
internal struct RunningMean
{
    private double squares;

    /// <summary>How many numbers arrived.</summary>
    public int Count { get; private set; }

    /// <summary>Their mean; zero before the first.</summary>
    public double Mean { get; private set; }

    /// <summary>Their sample deviation; null for fewer than two.</summary>
    public readonly double? Deviation => Count < 2 ? null : Math.Sqrt(squares / (Count - 1));

    /// <summary>The standard error of their mean; null for fewer than two.</summary>
    public readonly double? StandardError => Deviation / Math.Sqrt(Count);

    /// <summary>Takes in a number.</summary>
    public void Add(double number)
    {
        Count++;
        var before = number - Mean;
        Mean += before / Count;
        squares += before * (number - Mean);
    }
}
