namespace Keel.Cli.Profiles.Values;

/// <summary>Whose closing times bind a profile.</summary>
internal enum ProfileCalendar
{
    /// <summary>The exchange's and the venue's, with holidays and early closes.</summary>
    Exchange,

    /// <summary>Nobody's: only the profile's own clock times count. For reference jobs and loopback venues.</summary>
    None,
}
