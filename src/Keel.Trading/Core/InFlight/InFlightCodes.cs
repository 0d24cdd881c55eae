namespace Keel.Trading.Core.InFlight;

/// <summary>The stable codes of the controls that watch orders on their way and fills.</summary>
public static class InFlightCodes
{
    /// <summary>The fate of an entry has been unknown for too long.</summary>
    public const string EntryUnknown = "entry_unknown";

    /// <summary>A position had no confirmed stop for too long.</summary>
    public const string Unprotected = "unprotected";

    /// <summary>Fills are worse than what is set aside for them.</summary>
    public const string Slippage = "slippage";

    /// <summary>The venue refuses orders again and again.</summary>
    public const string Rejects = "rejects";

    /// <summary>An order traded that was not to trade any more; what it brought is closed.</summary>
    public const string UnwantedFill = "unwanted_fill";

    /// <summary>More lots than may be held and entered.</summary>
    public const string Lots = "lots";
}
