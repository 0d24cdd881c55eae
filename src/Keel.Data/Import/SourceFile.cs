using System.IO.Compression;

namespace Keel.Data.Import;

/// <summary>A file to import, unpacked while it is read: plain, gzip, or one member of a zip archive. Nothing is ever unpacked to disk.</summary>
internal sealed class SourceFile
{
    private readonly Func<Stream> open;

    private SourceFile(string path, string member, long length, Func<Stream> open)
    {
        Path = path;
        Name = member.Length == 0 ? path : $"{path}!{member}";
        Length = length;
        this.open = open;
    }

    /// <summary>The file on disk.</summary>
    public string Path { get; }

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
                return [new SourceFile(path, "", UnpackedLength(probe), () => OpenGzip(path))];
            }

            if (read == 4 && magic[0] == 'P' && magic[1] == 'K')
            {
                return Members(path);
            }

            return [new SourceFile(path, "", file.Length, () => Raw(path))];
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
                members.Add(new SourceFile(path, name, entry.Length, () => OpenMember(path, name)));
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
        if (System.IO.Path.IsPathRooted(entry.FullName) || entry.FullName.Split('/', '\\').Contains(".."))
        {
            throw new DataException(
                $"refused to read {path}",
                $"the member '{entry.FullName}' points outside the archive",
                "do not use this archive; get the file from its vendor again"
            );
        }

        if (entry.Length > PackedStream.AlwaysAllowed && entry.Length / PackedStream.MaxExpansion > entry.CompressedLength)
        {
            throw PackedStream.Bomb($"{path}!{entry.FullName}", entry.Length, entry.CompressedLength);
        }
    }

    private static PackedStream OpenGzip(string path)
    {
        var raw = Raw(path);
        var content = new GZipStream(raw, CompressionMode.Decompress);
        return new PackedStream(raw, content, path, raw.Length, (length, _) => GzipTail.Closes(path, length));
    }

    private static PackedStream OpenMember(string path, string member)
    {
        ZipArchive? archive = null;
        try
        {
            archive = ZipFile.OpenRead(path);
            var entry = archive.GetEntry(member) ?? throw new InvalidDataException($"'{member}' is gone");
            var (length, sum) = (entry.Length, entry.Crc32);
            return new PackedStream(
                archive,
                entry.Open(),
                $"{path}!{member}",
                entry.CompressedLength,
                (unpacked, found) => unpacked == length && found == sum
            );
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            archive?.Dispose();
            throw new DataException(
                $"cannot read {path}!{member}",
                $"the archive is damaged: {broken.Message}",
                "download or copy it again, or unpack it by hand and import what comes out",
                broken
            );
        }
    }
}
