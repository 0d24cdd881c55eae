namespace Keel.Trading.Core.InFlight;

/// <summary>Whether a fill has been seen before.</summary>
internal enum FillNovelty
{
    /// <summary>It has not.</summary>
    New,

    /// <summary>It has, with the same content.</summary>
    Again,

    /// <summary>Its number has, with other content.</summary>
    Contradicts,
}
