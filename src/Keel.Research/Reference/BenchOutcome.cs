namespace Keel.Research.Reference;

/// <summary>How fast the engine was beside the plain loop, in one process and in turn.</summary>
/// <param name="Bars">How many bars a run had.</param>
/// <param name="Engine">Median of the engine's bars a second.</param>
/// <param name="Loop">Median of the plain loop's.</param>
/// <param name="Ratio">Median of the ratios of runs made one after the other.</param>
/// <param name="Spread">Greatest ratio less the smallest, by the median.</param>
/// <param name="BytesPerBar">Bytes that the engine allocated for a bar.</param>
/// <param name="Checksum">The checksum over the engine's trades.</param>
public sealed record BenchOutcome(
    int Bars,
    double Engine,
    double Loop,
    double Ratio,
    double Spread,
    double BytesPerBar,
    string Checksum
);
