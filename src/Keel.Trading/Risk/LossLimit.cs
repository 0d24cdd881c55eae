using System.Globalization;
using Keel.Domain;

namespace Keel.Trading.Risk;

/// <summary>A bound on money: an amount in dollars, a share of equity (0.05 is five per cent), or the larger of both; a part not given is zero.</summary>
public readonly record struct LossLimit(Money Amount, decimal Share)
{
    /// <summary>The bound at this equity: the larger of the two parts, exact to the hundred-millionth.</summary>
    public Money At(Money equity)
    {
        var share = Money.From(decimal.Round(equity.Amount * Share, 8, MidpointRounding.ToZero));
        return share > Amount ? share : Amount;
    }

    /// <summary>The smaller of the two parts that are given, for limits that must hold by both.</summary>
    public Money SmallerAt(Money equity) =>
        Amount == Money.Zero || Share == 0 ? At(equity)
        : At(equity) == Amount ? new LossLimit(Money.Zero, Share).At(equity)
        : Amount;

    /// <summary>The bound times a factor, both parts alike, amounts to the cent and shares to a hundredth of a per cent.</summary>
    public LossLimit Times(decimal factor) =>
        new(
            Money.From(decimal.Round(Amount.Amount * factor, 2, MidpointRounding.ToZero)),
            decimal.Round(Share * factor, 4, MidpointRounding.ToZero)
        );

    /// <summary>As profiles write it: <c>50.00</c>, <c>5%</c> or <c>[50.00, 5%]</c>.</summary>
    public override string ToString()
    {
        var share = string.Create(CultureInfo.InvariantCulture, $"{Share * 100:0.####}%");
        return Share == 0 ? Amount.ToString()
            : Amount == Money.Zero ? share
            : $"[{Amount}, {share}]";
    }
}
