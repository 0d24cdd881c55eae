using Keel.Domain;

namespace Keel.Trading.Recording;

/// <summary>The first place where a replay did not do what the journal says.</summary>
/// <param name="Sequence">The journal's record.</param>
/// <param name="At">Its time.</param>
/// <param name="Expected">What the journal says, in words.</param>
/// <param name="Came">What the replay did, in words.</param>
/// <param name="FirstByte">Where two payloads of the same kind and time begin to differ; null when the difference is another.</param>
/// <param name="Before">The three inputs before it, the oldest first.</param>
public sealed record ReplayDifference(
    long Sequence,
    Timestamp At,
    string Expected,
    string Came,
    int? FirstByte,
    IReadOnlyList<string> Before
);
