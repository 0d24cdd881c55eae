using System.Buffers.Binary;
using System.IO.Compression;

namespace Keel.Data.Import;

/// <summary>The last eight bytes of a gzip file: check sum and length of what it holds. They tell a file that was cut short, which unpacking alone does not.</summary>
internal static class GzipTail
{
    private const int Bytes = 8;

    /// <summary>Whether the tail belongs to so many unpacked bytes, or, in a file of several parts, to the last of them.</summary>
    public static bool Closes(string path, long unpacked)
    {
        using var file = File.OpenRead(path);
        if (file.Length < Bytes)
        {
            return false;
        }

        Span<byte> tail = stackalloc byte[Bytes];
        file.Seek(-Bytes, SeekOrigin.End);
        file.ReadExactly(tail);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(tail[4..]);
        return length == (unpacked & uint.MaxValue)
            || (length < unpacked && SumFrom(path, unpacked - length) == BinaryPrimitives.ReadUInt32LittleEndian(tail));
    }

    private static uint SumFrom(string path, long start)
    {
        using var content = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var buffer = new byte[1 << 16];
        var sum = default(Crc32);
        var at = 0L;
        while (content.Read(buffer) is > 0 and var read)
        {
            sum.Add(buffer.AsSpan(0, read)[(int)Math.Clamp(start - at, 0, read)..]);
            at += read;
        }

        return sum.Value;
    }
}
