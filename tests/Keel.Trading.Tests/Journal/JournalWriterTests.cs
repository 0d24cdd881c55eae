using Keel.Domain;
using Keel.Trading.Journal;
using Keel.Trading.World;

namespace Keel.Trading.Tests.Journal;

public sealed class JournalWriterTests
{
    private readonly VirtualWorld world = Journals.NewWorld();

    [Fact]
    public void The_same_appends_give_the_same_bytes() => Assert.Equal(Journals.Sample(50).Bytes, Journals.Sample(50).Bytes);

    [Fact]
    public void The_format_does_not_change_unseen()
    {
        using (var writer = JournalWriter.Create(world.Files, "a", "acc", new Timestamp(0x0102_0304_0506_0708)))
        {
            writer.Append(0x1122, new Timestamp(-2), "hello"u8);
            writer.Commit(world.Now, durable: true);
        }

        var bytes = world.Disk.Content("a");
        Assert.Equal(
            """
            4B45454C4A524E4C 0100 0300 0100000000000000 0807060504030201 00000000000000000000000000000000 616363
            05000000 2211 0100000000000000 FEFFFFFFFFFFFFFF 68656C6C6F
            """,
            $"{Hex(0, 8)} {Hex(8, 2)} {Hex(10, 2)} {Hex(12, 8)} {Hex(20, 8)} {Hex(28, 16)} {Hex(44, 3)}\n"
                + $"{Hex(63, 4)} {Hex(67, 2)} {Hex(69, 8)} {Hex(77, 8)} {Hex(85, 5)}"
        );
        Assert.Equal(106, bytes.Length);
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(0, 47))[..16], bytes[47..63]);
        Assert.Equal(System.Security.Cryptography.SHA256.HashData(bytes.AsSpan(47, 43))[..16], bytes[90..]);

        string Hex(int from, int count) => Convert.ToHexString(bytes.AsSpan(from, count));
    }

    [Fact]
    public void What_is_appended_reaches_the_file_only_when_committed()
    {
        using var writer = Journals.Create(world);
        var header = writer.FileLength;
        Journals.AppendNext(writer);
        Assert.Equal(header, world.Files.Length(Journals.Path));
        writer.Commit(world.Now, durable: false);
        Assert.Equal(1, Journals.ReadAll(world.Files).LastSequence);
        Assert.Equal((1, 0), (writer.LastSequence, writer.DurableSequence));
    }

    [Fact]
    public void A_durable_commit_flushes_at_once()
    {
        using var writer = Journals.Create(world);
        Journals.AppendNext(writer);
        writer.Commit(world.Now, durable: false);
        Journals.AppendNext(writer);
        writer.Commit(world.Now, durable: true);
        Assert.Equal((2L, null), (writer.DurableSequence, writer.FlushDue));
        world.CutPower();
        Assert.Equal(2, Journals.ReadAll(world.Files).LastSequence);
    }

    [Fact]
    public void The_rest_is_durable_within_50_milliseconds()
    {
        using var writer = Journals.Create(world);
        Journals.AppendNext(writer);
        writer.Commit(world.Now, durable: false);
        var due = writer.FlushDue!.Value;
        Assert.Equal(world.Now + new Span(50_000_000), due);
        Journals.AppendNext(writer);
        writer.Commit(due - new Span(1), durable: false);
        Assert.Equal((due, 0), (writer.FlushDue, writer.DurableSequence));
        writer.FlushIfDue(due - new Span(1));
        Assert.Equal(0, writer.DurableSequence);
        Journals.AppendNext(writer);
        writer.FlushIfDue(due);
        Assert.Equal((null, 2L), (writer.FlushDue, writer.DurableSequence));
        writer.Commit(due, durable: false);
        writer.Commit(due + new Span(50_000_000), durable: false);
        Assert.Equal(3, writer.DurableSequence);
    }

    [Fact]
    public void A_clock_that_went_back_does_not_put_off_the_flush()
    {
        using var writer = Journals.Create(world);
        Journals.AppendNext(writer);
        writer.Commit(world.Now, durable: false);
        writer.FlushIfDue(world.Now - Span.FromHours(1));
        Assert.Equal(1, writer.DurableSequence);
    }

    [Fact]
    public void A_record_allocates_nothing()
    {
        using var writer = Journals.Create(world);
        var payload = new byte[120];
        var disk = new byte[1];
        world.Disk.Put("spare", disk);
        for (var i = 0; i < 40_000; i++)
        {
            AppendOne();
        }

        // The virtual file doubles when it is full; the records measured fit behind those that made it grow.
        Assert.Equal(0, Allocation.Least(Some));

        void Some()
        {
            for (var i = 0; i < 1_000; i++)
            {
                AppendOne();
            }
        }

        void AppendOne()
        {
            writer.Append(3, world.Now, payload);
            writer.Commit(world.Now, durable: writer.LastSequence % 10 == 0);
        }
    }

    [Fact]
    public void Reading_a_record_allocates_nothing()
    {
        var (bytes, _) = Journals.Sample(7_000);
        var files = Journals.With(bytes).Files;
        var reader = JournalReader.Open(files, Journals.Path);
        Assert.Equal(
            0,
            Allocation.Least(() =>
            {
                for (var i = 0; i < 1_000; i++)
                {
                    Assert.True(reader.Next(out var _));
                }
            })
        );
    }

    [Fact]
    public void A_long_record_is_read_back_and_a_longer_one_refused()
    {
        using var writer = Journals.Create(world);
        var longest = new byte[1 << 20];
        new Random(1).NextBytes(longest);
        writer.Append(1, world.Now, longest);
        writer.Append(2, world.Now, []);
        writer.Commit(world.Now, durable: true);
        var reader = JournalReader.Open(world.Files, Journals.Path);
        Assert.True(reader.Next(out var record));
        Assert.True(record.Payload.SequenceEqual(longest));
        Assert.True(reader.Next(out record));
        Assert.True(record.Payload.IsEmpty);
        Assert.Throws<ArgumentOutOfRangeException>(() => writer.Append(1, world.Now, new byte[(1 << 20) + 1]));
    }

    [Fact]
    public void A_journal_is_resumed_where_it_ended()
    {
        for (var session = 0; session < 5; session++)
        {
            using var writer =
                session == 0 ? Journals.Create(world) : JournalWriter.Resume(world.Files, Journals.Path, Journals.Owner);
            Assert.Equal(session * 3, writer.LastSequence);
            for (var i = 0; i < 3; i++)
            {
                Journals.AppendNext(writer);
                writer.Commit(world.Now, durable: false);
            }

            world.KillProcess();
        }

        Assert.Equal(
            (JournalEndKind.Whole, 15),
            (Journals.ReadAll(world.Files).Kind, Journals.ReadAll(world.Files).LastSequence)
        );
    }

    [Fact]
    public void Resuming_makes_durable_what_the_process_before_wrote()
    {
        var writer = Journals.Create(world);
        Journals.AppendNext(writer);
        writer.Commit(world.Now, durable: false);
        world.KillProcess();
        JournalWriter.Resume(world.Files, Journals.Path, Journals.Owner).Dispose();
        world.CutPower();
        Assert.Equal(1, Journals.ReadAll(world.Files).LastSequence);
    }

    [Fact]
    public void A_journal_of_another_account_is_refused()
    {
        Journals.Create(world).Dispose();
        var refused = Assert.Throws<JournalException>(() => JournalWriter.Resume(world.Files, Journals.Path, "account 2"));
        Assert.Equal($"it is the journal of '{Journals.Owner}', not of 'account 2'", refused.Why);
    }

    [Theory]
    [InlineData(0, "an older Keel wrote it: format 0, and this one reads 1")]
    [InlineData(2, "a newer Keel wrote it: format 2, and this one reads 1")]
    public void Another_format_is_refused_with_a_remedy(byte format, string why)
    {
        var (bytes, _) = Journals.Sample(3);
        bytes[8] = format;
        var hurt = Journals.With(bytes);
        var refused = Assert.Throws<JournalException>(() => JournalRecovery.Recover(hurt.Files, Journals.Path, Journals.Owner));
        Assert.Equal(why, refused.Why);
        Assert.Contains("nothing was changed", refused.Remedy, StringComparison.Ordinal);
        Assert.Equal(bytes, hurt.Disk.Content(Journals.Path));
    }

    [Fact]
    public void A_taken_name_and_a_second_writer_are_refused()
    {
        using var writer = Journals.Create(world);
        Assert.Equal(FileFault.Taken, Assert.Throws<FileException>(() => Journals.Create(world)).Fault);
        Assert.Equal(
            FileFault.InUse,
            Assert.Throws<FileException>(() => JournalWriter.Resume(world.Files, Journals.Path, Journals.Owner)).Fault
        );
    }
}
