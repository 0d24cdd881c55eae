using Keel.Trading.Messages;

namespace Keel.Trading.Core.InFlight;

/// <summary>The last fills by the venue's own numbers, so that each is booked once, in whatever order they come (Q03).</summary>
internal sealed class SeenFills(int room = 1024)
{
    private readonly Seen[] ring = new Seen[room];
    private int next;
    private int count;
    private long highest = long.MinValue;

    /// <summary>How many fills were said again and left alone.</summary>
    public long Repeated { get; private set; }

    /// <summary>Takes note of a fill.</summary>
    public FillNovelty Add(in VenueReport fill)
    {
        var seen = new Seen(fill.TradeId, fill.OrderId, fill.Price, fill.Lots);

        // Most numbers rise; only one that does not has to be looked for.
        if (fill.TradeId > highest)
        {
            highest = fill.TradeId;
        }
        else
        {
            for (var i = 0; i < count; i++)
            {
                if (ring[i].TradeId != fill.TradeId)
                {
                    continue;
                }

                if (ring[i] != seen)
                {
                    return FillNovelty.Contradicts;
                }

                Repeated++;
                return FillNovelty.Again;
            }
        }

        ring[next] = seen;
        next = next + 1 == ring.Length ? 0 : next + 1;
        count = Math.Max(count, next == 0 ? ring.Length : next);
        return FillNovelty.New;
    }

    private readonly record struct Seen(long TradeId, long OrderId, long Price, int Lots);
}
