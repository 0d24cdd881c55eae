namespace Keel.Trading.Exchange;

/// <summary>What the legs of the latest groups have filled, so that a leg which was still on its way when another filled comes to nothing.</summary>
internal sealed class GroupFills
{
    private readonly long[] groups = new long[32];
    private readonly int[] lots = new int[32];
    private int next;

    /// <summary>Lots that legs of a group have filled.</summary>
    public int Of(long group)
    {
        var place = Array.IndexOf(groups, group);
        return place < 0 ? 0 : lots[place];
    }

    /// <summary>A leg of a group has filled lots.</summary>
    public void Add(long group, int filled)
    {
        var place = Array.IndexOf(groups, group);
        if (place < 0)
        {
            place = next;
            next = (next + 1) % groups.Length;
            (groups[place], lots[place]) = (group, 0);
        }

        lots[place] += filled;
    }
}
