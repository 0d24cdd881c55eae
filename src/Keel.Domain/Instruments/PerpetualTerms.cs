namespace Keel.Domain.Instruments;

/// <summary>What makes an instrument a crypto perpetual: how large a lot is, in what it pays, when funding is due.</summary>
public sealed record PerpetualTerms
{
    /// <summary>The coin whose price it follows.</summary>
    public required string Base { get; init; }

    /// <summary>Whether it pays in the coin: profit is size × (1/entry − 1/exit).</summary>
    public required bool IsInverse { get; init; }

    /// <summary>The smallest step of an order's size, in the venue's own unit of size; one lot in Keel.</summary>
    public required decimal LotStep { get; init; }

    /// <summary>The least size of an order, in the venue's own unit.</summary>
    public required decimal MinOrder { get; init; }

    /// <summary>How much one contract is, in <see cref="ContractUnit"/>.</summary>
    public required decimal ContractSize { get; init; }

    /// <summary>In what the contract is counted: the coin (linear) or the quote money (inverse).</summary>
    public required string ContractUnit { get; init; }

    /// <summary>How much one lot is, in <see cref="ContractUnit"/>: 0.001 BTC, 100 USD.</summary>
    public required decimal LotSize { get; init; }

    /// <summary>The least value of an order in settlement money; null where none is known.</summary>
    public decimal? MinNotional { get; init; }

    /// <summary>When funding is paid.</summary>
    public required Funding Funding { get; init; }

    /// <summary>The rule of an order's price where there is no fixed tick; null on an ordinary grid.</summary>
    public SignificantDigits? PriceDigits { get; init; }

    /// <summary>The highest leverage at the lowest tier; null where no source was read.</summary>
    public decimal? MaxLeverage { get; init; }

    /// <summary>From what the mark price is made; null where no source was read.</summary>
    public string? Mark { get; init; }

    /// <summary>The month in which these facts were true; ticks and lots change without notice.</summary>
    public required string AsOf { get; init; }

    /// <summary>Profit in coin of an inverse position of so many lots (negative when short) between two prices above zero.</summary>
    public decimal InverseProfit(long lots, decimal entry, decimal exit)
    {
        if (!IsInverse)
        {
            throw new InvalidOperationException("a linear contract pays in money: use the value of a point");
        }

        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(entry);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exit);
        return lots * LotSize * ((1 / entry) - (1 / exit));
    }
}
