namespace Keel.Research.Performance;

/// <summary>A time below an earlier peak, in periods of an <see cref="EquityPath"/>, where 0 is the start.</summary>
/// <param name="Peak">The last period at the peak.</param>
/// <param name="Trough">The first period at the lowest point.</param>
/// <param name="Recovery">The first period back at the peak or above; null when it never came.</param>
/// <param name="End">The recovery, or the last period there is.</param>
/// <param name="Depth">The deepest fall as a share of the peak.</param>
/// <param name="Amount">The deepest fall in money.</param>
public readonly record struct DrawdownPhase(int Peak, int Trough, int? Recovery, int End, double Depth, double Amount)
{
    /// <summary>Periods from the peak to the recovery, or to the end.</summary>
    public int Duration => End - Peak;

    /// <summary>Periods from the trough to the recovery; null when it never came.</summary>
    public int? TimeToRecover => Recovery - Trough;
}
