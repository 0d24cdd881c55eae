using Keel.Research.Reference;

namespace Keel.Benchmarks;

/// <summary>Writes the bars of the reference jobs to a CSV file.</summary>
internal static class SeriesJob
{
    public static void Run(ulong seed, int rows, string file)
    {
        using var writer = new StreamWriter(file);
        using var reader = new ReferenceReader(seed, rows);
        ReferenceCsv.Write(reader, writer);
    }
}
