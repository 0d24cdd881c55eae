using Keel.Trading.Messages;

namespace Keel.Trading.Exchange;

/// <summary>Who trades at the simulated exchange: the core, or in tests an order alone.</summary>
internal interface IExchangeMember
{
    /// <summary>What it asks for.</summary>
    CommandBuffer Commands { get; }

    /// <summary>The instant that it knows, in nanoseconds.</summary>
    long Now { get; }

    /// <summary>Its trading day, in days since 1970-01-01.</summary>
    int Day { get; }

    /// <summary>How long its bars are, in nanoseconds.</summary>
    long BarLength { get; }

    /// <summary>The exchange says something.</summary>
    void Hear(in VenueReport report);
}
