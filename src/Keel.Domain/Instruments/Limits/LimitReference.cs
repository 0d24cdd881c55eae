namespace Keel.Domain.Instruments.Limits;

/// <summary>The prices from which limits are counted.</summary>
/// <param name="Day">The volume-weighted price of the previous trading day's 14:59:30-15:00:00 Chicago.</param>
/// <param name="Afternoon">Today's price at 15:00 Chicago; needed from then to 16:00, null before.</param>
public readonly record struct LimitReference(Price Day, Price? Afternoon = null);
