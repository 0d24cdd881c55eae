namespace Keel.Domain.Instruments.Symbols;

/// <summary>By what a continuous series chooses its contract.</summary>
public enum ContinuousRule
{
    /// <summary>The nearest expiry: <c>c</c>.</summary>
    Calendar,

    /// <summary>The volume of the previous day: <c>v</c>.</summary>
    Volume,

    /// <summary>The open interest at the previous close: <c>n</c>.</summary>
    OpenInterest,
}
