namespace Keel.Indicators;

/// <summary>The lowest of the last n inputs, the current one included: the mirror image of <see cref="Highest"/>.</summary>
public struct Lowest : ILine<double>
{
    private Highest mirrored;

    /// <summary>The lowest of so many inputs.</summary>
    public Lowest(int period) => mirrored = new Highest(period);

    /// <inheritdoc />
    public readonly int WarmUp => mirrored.WarmUp;

    /// <inheritdoc />
    public readonly bool IsWarm => mirrored.IsWarm;

    /// <inheritdoc />
    public readonly double Value => -mirrored.Value;

    /// <summary>The lowest of the inputs that the window holds, full or not; not a number before the first.</summary>
    public readonly double SoFar => -mirrored.SoFar;

    /// <inheritdoc />
    public void Update(in double input) => mirrored.Update(-input);

    /// <inheritdoc />
    public void Reset() => mirrored.Reset();

    /// <summary>A measure of its own that goes on from the same inputs.</summary>
    public readonly Lowest Copy() => this with { mirrored = mirrored.Copy() };
}
