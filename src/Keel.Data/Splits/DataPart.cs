namespace Keel.Data.Splits;

/// <summary>A part of the data, in the order of time.</summary>
public enum DataPart
{
    /// <summary>What models learn from.</summary>
    Train,

    /// <summary>What settings are chosen by.</summary>
    Validation,

    /// <summary>What is looked at once, at the end; locked until then.</summary>
    Test,
}
