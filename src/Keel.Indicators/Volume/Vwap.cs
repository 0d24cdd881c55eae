using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Indicators;

/// <summary>The session's volume-weighted average price <c>Σ p·v / Σ v</c>; a bar counts with its typical price <c>(h + l + c) / 3</c>, a trade with its own; in ticks for both.</summary>
/// <remarks>
/// Begins anew where the caller says <see cref="Reset"/>, at each session's opening. Input without volume leaves it as it is. The mean and
/// the squares are carried forward by weight (West's form of Welford's recurrence), which loses no digits at high prices.
/// </remarks>
public struct Vwap : ILine<Bar>
{
    private double volume;
    private double mean;
    private double squares;

    /// <inheritdoc />
    public readonly int WarmUp => 1;

    /// <summary>Whether anything traded since the session's opening.</summary>
    public readonly bool IsWarm => volume > 0;

    /// <inheritdoc />
    public readonly double Value => IsWarm ? mean : double.NaN;

    /// <summary>How far prices lie from the average, by volume: <c>√(Σ v(p − vwap)² / Σ v)</c>; not a number until something traded.</summary>
    public readonly double StandardDeviation => IsWarm ? Math.Sqrt(squares / volume) : double.NaN;

    /// <inheritdoc />
    public void Update(in Bar input) =>
        Update((input.High.InTicks + input.Low.InTicks + input.Close.InTicks) / 3.0, input.Volume.Lots);

    /// <summary>Takes the next trade.</summary>
    public void Update(Price price, Quantity traded) => Update(price.InTicks, traded.Lots);

    /// <summary>Takes a price in any unit and what traded there, zero or more.</summary>
    public void Update(double price, double traded)
    {
        if (traded > 0)
        {
            volume += traded;
            var distance = price - mean;
            mean += distance * (traded / volume);
            squares += traded * distance * (price - mean);
        }
    }

    /// <inheritdoc />
    public void Reset() => this = default;
}
