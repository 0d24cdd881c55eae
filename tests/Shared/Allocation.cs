namespace Keel.Tests;

/// <summary>Measures what work allocates. A collection that another thread causes adds a few kilobytes to the count, so the least of several runs is the truth.</summary>
internal static class Allocation
{
    private const int Runs = 5;

    /// <summary>The fewest bytes that the work allocated on this thread; the first run, which compiles, is not counted.</summary>
    public static long Least(Action work)
    {
        work();
        var least = long.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
