namespace Keel.Trading.Sizing;

/// <summary>How many contracts, and what bound them.</summary>
/// <param name="Contracts">Contracts of the entry; none is a refusal.</param>
/// <param name="Limit">What bound; <see cref="SizeLimitCode"/> has its stable name.</param>
/// <param name="Need">What was measured: contracts, money or confidence.</param>
/// <param name="Bound">The bound that it was measured against.</param>
public readonly record struct SizeAnswer(int Contracts, SizeLimit Limit, decimal Need, decimal Bound)
{
    /// <summary>So much is too much: fewer contracts, if they are fewer.</summary>
    internal SizeAnswer AtMost(int contracts, SizeLimit limit, decimal need, decimal bound) =>
        contracts < Contracts ? new(Math.Max(contracts, 0), limit, need, bound) : this;

    /// <summary>None at all.</summary>
    internal static SizeAnswer None(SizeLimit limit, decimal need = 0, decimal bound = 0) => new(0, limit, need, bound);
}
