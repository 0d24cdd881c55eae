using Keel.Domain;

namespace Keel.Data.Quality;

/// <summary>A stretch inside trading hours in which bars are missing: from the end of the last bar to the open of the next.</summary>
public sealed record BarGap(Timestamp From, Timestamp To)
{
    /// <summary>How long it is.</summary>
    public Span Length => To - From;
}
