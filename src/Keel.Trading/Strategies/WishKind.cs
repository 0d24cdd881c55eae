namespace Keel.Trading.Strategies;

/// <summary>What position a strategy wants.</summary>
public enum WishKind : byte
{
    /// <summary>What there is.</summary>
    None,

    /// <summary>To be long.</summary>
    Long,

    /// <summary>To be short.</summary>
    Short,

    /// <summary>To have nothing.</summary>
    Flat,
}
