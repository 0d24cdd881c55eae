namespace Keel.Trading.Messages;

/// <summary>What the core asks of a venue.</summary>
public enum CommandKind : byte
{
    /// <summary>A new order.</summary>
    Submit,

    /// <summary>Other lots or prices for a live order.</summary>
    Change,

    /// <summary>The end of a live order.</summary>
    Cancel,

    /// <summary>What has become of an order whose answer is missing; the venue says what it has, fills included, or that it has none.</summary>
    Ask,
}
