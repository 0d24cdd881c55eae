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
}
