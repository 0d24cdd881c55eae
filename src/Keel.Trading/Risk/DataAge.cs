using Keel.Domain;

namespace Keel.Trading.Risk;

/// <summary>How old the last quote and the last trade may be at an entry.</summary>
public readonly record struct DataAge(Span Quote, Span Trade)
{
    /// <summary>Two seconds, and fifteen.</summary>
    public static DataAge Usual => new(Span.FromSeconds(2), Span.FromSeconds(15));
}
