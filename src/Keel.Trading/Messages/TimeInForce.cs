namespace Keel.Trading.Messages;

/// <summary>How long an order lives when nobody cancels it.</summary>
public enum TimeInForce : byte
{
    /// <summary>Until it is filled or cancelled.</summary>
    UntilCancelled,

    /// <summary>Until the trading day ends.</summary>
    Day,

    /// <summary>What cannot fill at once is cancelled; for market and limit orders.</summary>
    Immediate,
}
