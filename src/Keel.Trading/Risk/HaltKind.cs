namespace Keel.Trading.Risk;

/// <summary>How far trading is stopped, from not at all to for ever.</summary>
public enum HaltKind
{
    /// <summary>Not stopped.</summary>
    None,

    /// <summary>Until the profile's first session of the next trading day.</summary>
    Day,

    /// <summary>Until a person resumes with a reason.</summary>
    Review,

    /// <summary>For ever: only a new risk account ends it.</summary>
    ForGood,
}
