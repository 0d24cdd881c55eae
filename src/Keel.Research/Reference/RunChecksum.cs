using Keel.Trading.Ledger;

namespace Keel.Research.Reference;

/// <summary>The checksum of the reference jobs over the trades of any run.</summary>
public static class RunChecksum
{
    /// <summary>Sixteen hexadecimal digits over times, side, fills in ticks (the sum over contracts), reason and net in cents.</summary>
    public static string Of(IReadOnlyList<ClosedTrade> trades)
    {
        var hash = default(Fnv1a);
        foreach (var trade in trades)
        {
            hash.Add(trade.EntryTime.UnixNanoseconds);
            hash.Add(trade.ExitTime.UnixNanoseconds);
            hash.Add((int)trade.Side);
            hash.Add(trade.EntryTicks);
            hash.Add(trade.ExitTicks);
            hash.Add((int)trade.Reason);
            hash.Add(trade.Net.RoundedCents);
        }

        return hash.ToString();
    }
}
