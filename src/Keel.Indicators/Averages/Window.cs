namespace Keel.Indicators;

/// <summary>The last n inputs, in a ring.</summary>
internal struct Window
{
    private readonly double[]? values;
    private int next;
    private int count;

    /// <summary>An empty window.</summary>
    public Window(int length) => values = new double[Period.Checked(length)];

    private Window(Window original)
    {
        this = original;
        values = (double[]?)original.values?.Clone();
    }

    /// <summary>How many inputs it holds when full; 0 for <c>default</c>.</summary>
    public readonly int Length => values?.Length ?? 0;

    /// <summary>Whether it holds that many.</summary>
    public readonly bool IsFull => values is not null && count == values.Length;

    /// <summary>The older inputs, oldest first; <see cref="Newer"/> goes on from there.</summary>
    public readonly ReadOnlySpan<double> Older => IsFull ? values.AsSpan(next) : [];

    /// <summary>The newer inputs, newest last.</summary>
    public readonly ReadOnlySpan<double> Newer => values.AsSpan(0, next);

    /// <summary>Takes an input in and gives the one that leaves for it; 0 while nothing has to leave.</summary>
    public double Push(double input, string indicator)
    {
        if (values is null)
        {
            Period.IsMissing(indicator);
        }

        ref var place = ref values[next];
        var leaving = place;
        place = input;
        next = next + 1 == values.Length ? 0 : next + 1;
        if (count < values.Length)
        {
            count++;
        }

        return leaving;
    }

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        values?.AsSpan().Clear();
        next = 0;
        count = 0;
    }

    /// <summary>A window of its own with the same inputs.</summary>
    public readonly Window Copy() => new(this);
}
