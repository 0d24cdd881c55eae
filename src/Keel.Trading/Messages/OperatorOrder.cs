namespace Keel.Trading.Messages;

/// <summary>What a person, or the host on a person's behalf, may order. Nothing here can open a position or loosen a limit.</summary>
public enum OperatorOrder : byte
{
    /// <summary>Close everything; trading goes on.</summary>
    Flatten,

    /// <summary>The kill switch: close everything, and enter nothing until a person resumes.</summary>
    Halt,

    /// <summary>A person has looked, and trading may go on.</summary>
    Resume,
}
