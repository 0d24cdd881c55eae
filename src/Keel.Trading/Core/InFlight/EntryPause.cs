namespace Keel.Trading.Core.InFlight;

/// <summary>No entries until an instant, and why; a shorter pause never replaces a longer one.</summary>
internal struct EntryPause()
{
    /// <summary>The last instant of the pause, in nanoseconds.</summary>
    public long Until { get; private set; } = long.MinValue;

    /// <summary>The code of what began it.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Begins a pause, or makes it longer.</summary>
    public void Begin(string code, long until)
    {
        if (until > Until)
        {
            (Code, Until) = (code, until);
        }
    }
}
