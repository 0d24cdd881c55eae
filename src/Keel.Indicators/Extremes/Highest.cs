using System.Numerics;

namespace Keel.Indicators;

/// <summary>The highest of the last n inputs, the current one included; a constant number of steps per input on average, however long the window.</summary>
/// <remarks>
/// Only inputs that can still become the highest are kept: each is higher than all that came after it. So the front is the
/// answer, and a new input first pushes out what it outdoes at the back.
/// </remarks>
public struct Highest : ILine<double>
{
    private readonly int period;
    private readonly double[]? candidates;
    private readonly long[]? numbers;
    private int front;
    private int count;
    private long seen;

    /// <summary>The highest of so many inputs.</summary>
    public Highest(int period)
    {
        this.period = Period.Checked(period);
        // A power of two, so that going round the ring is one "and".
        var places = (int)BitOperations.RoundUpToPowerOf2((uint)period);
        candidates = new double[places];
        numbers = new long[places];
    }

    private Highest(Highest original)
    {
        this = original;
        candidates = (double[]?)original.candidates?.Clone();
        numbers = (long[]?)original.numbers?.Clone();
    }

    /// <inheritdoc />
    public readonly int WarmUp => period;

    /// <inheritdoc />
    public readonly bool IsWarm => seen >= period && period > 0;

    /// <inheritdoc />
    public readonly double Value => IsWarm ? SoFar : double.NaN;

    /// <summary>The highest of the inputs that the window holds, full or not; not a number before the first.</summary>
    public readonly double SoFar => candidates is not null && count > 0 ? candidates[front] : double.NaN;

    /// <inheritdoc />
    public void Update(in double input)
    {
        if (candidates is null || numbers is null)
        {
            Period.IsMissing(nameof(Highest));
        }

        var mask = candidates.Length - 1;
        if (count > 0 && numbers[front] <= seen - period)
        {
            front = (front + 1) & mask;
            count--;
        }

        while (count > 0 && candidates[(front + count - 1) & mask] <= input)
        {
            count--;
        }

        var back = (front + count) & mask;
        candidates[back] = input;
        numbers[back] = seen;
        count++;
        seen++;
    }

    /// <inheritdoc />
    public void Reset()
    {
        front = 0;
        count = 0;
        seen = 0;
    }

    /// <summary>A measure of its own that goes on from the same inputs.</summary>
    public readonly Highest Copy() => new(this);
}
