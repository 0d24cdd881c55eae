namespace Keel.Domain.Facts;

/// <summary>A table of facts that cannot be believed: the message says in which file and line, and what is wrong there.</summary>
public sealed class FactException : FormatException
{
    /// <summary>A complaint without a place.</summary>
    public FactException() { }

    /// <summary>A complaint that names its place itself.</summary>
    public FactException(string message)
        : base(message) { }

    /// <summary>A complaint that something else caused.</summary>
    public FactException(string message, Exception innerException)
        : base(message, innerException) { }

    internal FactException(string file, int line, string complaint)
        : base($"{file}:{line}: {complaint}") { }
}
