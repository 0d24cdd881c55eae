namespace Keel.Trading.Recording;

/// <summary>What a record of a run's journal is. The numbers are part of the format: they are never given to anything else.</summary>
public enum RecordKind : ushort
{
    /// <summary>What runs: always the first record.</summary>
    Header = 1,

    /// <summary>Input: a bar has closed.</summary>
    Bar = 10,

    /// <summary>Input: the venue says something of an order.</summary>
    Report = 11,

    /// <summary>Input: it is so late.</summary>
    Clock = 12,

    /// <summary>Input: a person orders something.</summary>
    Order = 13,

    /// <summary>Input: the host wants everything closed.</summary>
    Flatten = 14,

    /// <summary>Input: the host stops trading.</summary>
    Halt = 15,

    /// <summary>Input: there are no more inputs for the day.</summary>
    EndDay = 16,

    /// <summary>The run has come to its end; after it there is nothing.</summary>
    Ended = 17,

    /// <summary>Output: the core asks something of the venue.</summary>
    Command = 20,

    /// <summary>Output: a trade has closed.</summary>
    Trade = 21,

    /// <summary>Output: a strategy wanted to enter.</summary>
    Signal = 22,

    /// <summary>Output: risk did something of its own.</summary>
    Risk = 23,

    /// <summary>Output: a trading day has ended.</summary>
    Day = 24,

    /// <summary>Output: a mistake of our own, which ended the run.</summary>
    Fault = 25,
}
