using Keel.Domain;
using Keel.Trading.Journal;
using Keel.Trading.World;

namespace Keel.Trading.Tests.Journal;

/// <summary>Journals to hurt: who owns them, what is in them, and what of it is read back.</summary>
internal static class Journals
{
    public const string Path = "day/1.journal";
    public const string Owner = "account 1 · 2025-11-28";
    public const ulong Seed = 20_251_128;

    public static readonly Timestamp Begin = Timestamp.Parse("2025-11-28T14:30:00Z");

    public static VirtualWorld NewWorld(ulong seed = 1) => new(Begin, seed);

    public static JournalWriter Create(VirtualWorld world) => JournalWriter.Create(world.Files, Path, Owner, world.Now);

    /// <summary>The payload that record number so-and-so always has: a few bytes, sometimes none, sometimes many.</summary>
    public static byte[] PayloadOf(long sequence)
    {
        var length =
            sequence % 7 == 0 ? 0
            : sequence % 11 == 0 ? 900
            : 5 + (int)(sequence % 23);
        var payload = new byte[length];
        for (var i = 0; i < length; i++)
        {
            payload[i] = unchecked((byte)(sequence * 31 + i * 7));
        }

        return payload;
    }

    public static ushort KindOf(long sequence) => (ushort)(sequence % 5);

    public static void AppendNext(JournalWriter writer) =>
        writer.Append(
            KindOf(writer.LastSequence + 1),
            Begin + Span.FromSeconds(writer.LastSequence),
            PayloadOf(writer.LastSequence + 1)
        );

    /// <summary>The bytes of a journal of so many records, and where each begins; the last offset is the end.</summary>
    public static (byte[] Bytes, List<int> Offsets) Sample(int records)
    {
        var world = NewWorld();
        var offsets = new List<int>();
        using var writer = Create(world);
        for (var i = 0; i < records; i++)
        {
            offsets.Add((int)writer.FileLength);
            AppendNext(writer);
            writer.Commit(world.Now, durable: i % 4 == 0);
        }

        offsets.Add((int)writer.FileLength);
        return (world.Disk.Content(Path), offsets);
    }

    /// <summary>A disk that holds these bytes as the journal.</summary>
    public static VirtualWorld With(ReadOnlySpan<byte> bytes)
    {
        var world = NewWorld();
        world.Disk.Put(Path, bytes);
        return world;
    }

    /// <summary>Reads all, demands that each record is as it was appended, and says how it ends.</summary>
    public static JournalEnd ReadAll(IFiles files, string path = Path)
    {
        var reader = JournalReader.Open(files, path, Owner);
        var expected = reader.Header.FirstSequence;
        while (reader.Next(out var record))
        {
            MustBeAsAppended(record, expected);
            expected++;
        }

        return reader.End!.Value;
    }

    public static void MustBeAsAppended(in JournalRecord record, long expected)
    {
        if (
            record.Sequence != expected
            || record.Kind != KindOf(expected)
            || record.At != Begin + Span.FromSeconds(expected - 1)
            || !record.Payload.SequenceEqual(PayloadOf(expected))
        )
        {
            Assert.Fail($"record {record.Sequence} is not what was appended as {expected}");
        }
    }
}
