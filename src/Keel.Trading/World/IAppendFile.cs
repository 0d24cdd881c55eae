namespace Keel.Trading.World;

/// <summary>A file open to be added to, by nobody else. Disposing it flushes nothing.</summary>
public interface IAppendFile : IDisposable
{
    /// <summary>How many bytes it holds.</summary>
    long Length { get; }

    /// <summary>
    /// Writes bytes at the end: they survive the death of the process from now on, not yet a power cut. When the disk refuses, any part of
    /// them may have been written.
    /// </summary>
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>
    /// Returns when all that was written survives a power cut. When it fails, what was not yet durable has to be taken for lost and written
    /// to another file: a second flush may succeed without saving it.
    /// </summary>
    void Flush();
}
