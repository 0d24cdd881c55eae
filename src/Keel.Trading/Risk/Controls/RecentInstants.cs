namespace Keel.Trading.Risk.Controls;

/// <summary>The latest instants of something, as many as anybody asks about.</summary>
internal sealed class RecentInstants(int room)
{
    private readonly long[] instants = new long[Math.Max(room, 1)];
    private int next;
    private int known;

    /// <summary>It happened.</summary>
    public void Add(long instant)
    {
        instants[next] = instant;
        next = next + 1 == instants.Length ? 0 : next + 1;
        known = Math.Min(known + 1, instants.Length);
    }

    /// <summary>How many of them lie after an instant.</summary>
    public int CountAfter(long instant)
    {
        var count = 0;
        for (var i = 0; i < known; i++)
        {
            count += instants[i] > instant ? 1 : 0;
        }

        return count;
    }
}
