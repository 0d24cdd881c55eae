namespace Keel.Domain.Markets;

/// <summary>Who crossed the spread to make a trade.</summary>
public enum Aggressor
{
    /// <summary>Not told.</summary>
    Unknown = 0,

    /// <summary>A buyer lifted the offer.</summary>
    Buyer = 1,

    /// <summary>A seller hit the bid.</summary>
    Seller = 2,
}
