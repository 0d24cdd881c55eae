using Keel.Domain;

namespace Keel.Trading.Setup;

/// <summary>What a fill costs at a venue on a day.</summary>
public abstract class FeeRule
{
    /// <summary>The fee of a fill in units of money: a trading day (days since 1970), a price in ticks, lots, and whether the order had rested.</summary>
    public abstract long Of(int day, long price, int lots, bool rested);

    /// <summary>Whether the fee is a share of the traded value.</summary>
    public virtual bool DependsOnPrice => false;

    /// <summary>The same amount a contract on every day.</summary>
    public static FeeRule PerSide(Money fee) => new Flat(fee.Units);

    private sealed class Flat(long fee) : FeeRule
    {
        public override long Of(int day, long price, int lots, bool rested) => fee * lots;
    }
}
