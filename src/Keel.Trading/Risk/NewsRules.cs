using Keel.Domain;

namespace Keel.Trading.Risk;

/// <summary>How long before and after a listed release nothing is entered.</summary>
public readonly record struct NewsRules(Span Before, Span After)
{
    /// <summary>Two minutes before to three minutes after.</summary>
    public static NewsRules Usual => new(Span.FromMinutes(2), Span.FromMinutes(3));
}
