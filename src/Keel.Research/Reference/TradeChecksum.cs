namespace Keel.Research.Reference;

/// <summary>The checksum over trades in the order of their exits, by which two programs tell that they traded the same.</summary>
public struct TradeChecksum
{
    private Fnv1a hash;

    /// <summary>The checksum of all trades added.</summary>
    public readonly ulong Value => hash.Value;

    /// <summary>Adds one trade.</summary>
    public void Add(in ReferenceTrade trade)
    {
        hash.Add(trade.EntryTime);
        hash.Add(trade.ExitTime);
        hash.Add(trade.Direction);
        hash.Add(trade.EntryFill);
        hash.Add(trade.ExitFill);
        hash.Add((int)trade.Reason);
        hash.Add(trade.Net);
    }

    /// <summary>Sixteen hexadecimal digits.</summary>
    public override readonly string ToString() => hash.ToString();
}
