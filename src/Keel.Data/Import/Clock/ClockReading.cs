using NodaTime;

namespace Keel.Data.Import.Clock;

/// <summary>One way to read a file's time stamps: in this zone, at this end of the bar.</summary>
internal sealed record ClockReading(string ZoneName, DateTimeZone Zone, Stamp Stamp)
{
    /// <summary>The reading in words.</summary>
    public override string ToString() => $"{ZoneName}, stamped at the {(Stamp == Stamp.Open ? "open" : "close")}";
}
