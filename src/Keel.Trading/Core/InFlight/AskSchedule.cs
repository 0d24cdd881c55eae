using Keel.Domain;

namespace Keel.Trading.Core.InFlight;

/// <summary>When a venue is asked what has become of an order: at 0, 1, 2, 5 and 10 seconds, then every ten; never by sending it again (Q01).</summary>
internal static class AskSchedule
{
    /// <summary>The time to the next question after so many were asked; the second doubt about one order begins slower than the first, so that no venue's answers can make a loop.</summary>
    public static long Next(int asks, int doubts) =>
        Timestamp.NanosecondsPerSecond
        * asks switch
        {
            0 => Math.Min(doubts - 1, 10),
            1 or 2 => 1,
            3 => 3,
            4 => 5,
            _ => 10,
        };
}
