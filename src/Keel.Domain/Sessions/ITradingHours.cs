namespace Keel.Domain.Sessions;

/// <summary>A way to tell which trading day and which part of it an instant belongs to: a calendar, or a clock alone.</summary>
public interface ITradingHours
{
    /// <summary>What these hours are called in profiles and reports.</summary>
    string Name { get; }

    /// <summary>The stretch around an instant within which the answer does not change.</summary>
    SessionStretch StretchAt(Timestamp instant);
}
