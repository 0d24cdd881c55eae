namespace Keel.Domain.Instruments;

/// <summary>What happens to a position that is still open after the last trade.</summary>
public enum Settlement
{
    /// <summary>It never ends: a perpetual, or an instrument of which nothing is known.</summary>
    None = 0,

    /// <summary>The difference to the final price is paid.</summary>
    Cash = 1,

    /// <summary>The goods are delivered: never hold it into its last days.</summary>
    Physical = 2,
}
