using System.IO.Compression;

namespace Keel.Data.Import;

/// <summary>A file to import, unpacked while it is read: plain, gzip, or one member of a zip archive. Nothing is ever unpacked to disk.</summary>
internal sealed class SourceFile
{
    /// <summary>A packed table may grow at most a hundredfold … </summary>
    public const long MaxExpansion = 100;

    /// <summary>… and beyond that only to this size: small files of equal lines pack well.</summary>
    public const long AlwaysAllowed = 64L << 20;

    private readonly Func<Stream> open;

    private SourceFile(string name, long length, Func<Stream> open)
    {
        Name = name;
        Length = length;
        this.open = open;
    }

    /// <summary>The path, with the member's name where it is an archive.</summary>
    public string Name { get; }

    /// <summary>Bytes when unpacked, as far as the file tells: for progress only, never trusted.</summary>
    public long Length { get; }

    /// <summary>The tables in a path: one, or as many as the archive has members.</summary>
    public static IReadOnlyList<SourceFile> At(string path)
    {
        var file = new FileInfo(path);
        try
        {
            using var probe = file.OpenRead();
            Span<byte> magic = stackalloc byte[4];
            var read = probe.ReadAtLeast(magic, 4, throwOnEndOfStream: false);
            if (read >= 2 && magic[0] == 0x1f && magic[1] == 0x8b)
            {
                return [new SourceFile(path, UnpackedLength(probe), () => OpenGzip(path))];
            }

            if (read == 4 && magic[0] == 'P' && magic[1] == 'K')
            {
                return Members(path);
            }

            return [new SourceFile(path, file.Length, () => Raw(path))];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"cannot read {path}", refused.Message, "check the path and the file's permissions", refused);
        }
    }

    /// <summary>Opens the table from its start; throws a <see cref="DataException"/> later, while reading, where an archive is damaged or a bomb.</summary>
    public Stream Open() => open();

    private static FileStream Raw(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);

    /// <summary>Gzip's own last word: the unpacked length modulo 2^32.</summary>
    private static long UnpackedLength(FileStream file)
    {
        Span<byte> last = stackalloc byte[4];
        file.Seek(-Math.Min(4, file.Length), SeekOrigin.End);
        _ = file.ReadAtLeast(last, 4, throwOnEndOfStream: false);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(last);
    }

    private static List<SourceFile> Members(string path)
    {
        var members = new List<SourceFile>();
        try
        {
            using var archive = ZipFile.OpenRead(path);
            foreach (var entry in archive.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var name = entry.FullName;
                if (name.EndsWith('/'))
                {
                    continue;
                }

                Check(path, entry);
                members.Add(new SourceFile($"{path}!{name}", entry.Length, () => OpenMember(path, name)));
            }
        }
        catch (InvalidDataException broken)
        {
            throw new DataException(
                $"cannot read {path}",
                $"the archive is damaged: {broken.Message}",
                "download or copy it again",
                broken
            );
        }

        return members.Count > 0
            ? members
            : throw new DataException(
                $"nothing to import in {path}",
                "the archive is empty",
                "name an archive with a table of bars in it"
            );
    }

    private static void Check(string path, ZipArchiveEntry entry)
    {
        // Members are read in place and never written, so such a name cannot do harm here; an archive that tries is not to be trusted all the same.
        if (Path.IsPathRooted(entry.FullName) || entry.FullName.Split('/', '\\').Contains(".."))
        {
            throw new DataException(
                $"refused to read {path}",
                $"the member '{entry.FullName}' points outside the archive",
                "do not use this archive; get the file from its vendor again"
            );
        }

        if (entry.Length > AlwaysAllowed && entry.Length / MaxExpansion > entry.CompressedLength)
        {
            throw Bomb($"{path}!{entry.FullName}", entry.Length, entry.CompressedLength);
        }
    }

    private static DataException Bomb(string name, long length, long packed) =>
        new(
            $"refused to unpack {name}",
            $"it grows from {packed} to {length} bytes or more, over {MaxExpansion} times its size",
            "unpack it by hand if you trust it, and import what comes out"
        );

    private static MemberStream OpenGzip(string path)
    {
        var raw = Raw(path);
        return new MemberStream(raw, new GZipStream(raw, CompressionMode.Decompress), path, raw.Length);
    }

    private static MemberStream OpenMember(string path, string member)
    {
        var archive = ZipFile.OpenRead(path);
        var entry =
            archive.GetEntry(member)
            ?? throw new DataException($"cannot read {path}", $"'{member}' is gone", "run the import again");
        return new MemberStream(archive, entry.Open(), $"{path}!{member}", entry.CompressedLength);
    }

    /// <summary>Unpacks while it is read, holds the archive open, and stops where the content grows beyond all measure, whatever the header claimed.</summary>
    private sealed class MemberStream(IDisposable archive, Stream content, string name, long packed) : Stream
    {
        private long delivered;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => delivered;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            var read = content.Read(buffer);
            delivered += read;
            return delivered > AlwaysAllowed && delivered / MaxExpansion > packed ? throw Bomb(name, delivered, packed) : read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            content.Dispose();
            archive.Dispose();
            base.Dispose(disposing);
        }
    }
}
