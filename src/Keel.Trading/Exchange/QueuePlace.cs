namespace Keel.Trading.Exchange;

/// <summary>
/// A limit order's place in the queue of its price: behind what rested there when it came. Trades at the price eat the queue from the front;
/// what vanishes without a trade was cancelled, and is assumed to have been spread evenly over the queue.
/// </summary>
internal struct QueuePlace
{
    private long seen;
    private long traded;

    /// <summary>Whether the level has been seen since the order came.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Lots that must trade before the order does.</summary>
    public long Ahead { get; private set; }

    /// <summary>The level is shown to hold so many lots of others.</summary>
    public void See(long size)
    {
        if (!IsKnown)
        {
            (IsKnown, Ahead) = (true, size);
        }

        var expected = seen - traded;
        if (size < expected)
        {
            // Rounded down, so that the order is never further ahead than the assumption says.
            Ahead -= (long)((Int128)(expected - size) * Ahead / expected);
        }

        Ahead = Math.Min(Ahead, size);
        (seen, traded) = (size, 0);
    }

    /// <summary>So many lots traded at the level; how many of them reach the order.</summary>
    public long Eat(long lots)
    {
        traded += lots;
        var reach = Math.Max(0, lots - Ahead);
        Ahead = Math.Max(0, Ahead - lots);
        return reach;
    }
}
