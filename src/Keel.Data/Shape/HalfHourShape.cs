namespace Keel.Data.Shape;

/// <summary>One half hour of the New York day, averaged over all days.</summary>
/// <param name="StartMinute">The minute of the day at which it begins.</param>
/// <param name="Bars">How many bars it is made of.</param>
/// <param name="RangeTicks">The mean range of a one-minute bar, in ticks.</param>
/// <param name="MeanAbsBp">The mean size of a one-minute return, in basis points.</param>
/// <param name="Volume">The mean volume of a one-minute bar, in lots.</param>
public sealed record HalfHourShape(int StartMinute, int Bars, double RangeTicks, double MeanAbsBp, double Volume)
{
    /// <summary>The start as a clock shows it.</summary>
    public string Start => $"{StartMinute / 60:00}:{StartMinute % 60:00}";
}
