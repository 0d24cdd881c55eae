using Keel.Trading.Journal;
using Keel.Trading.World;

namespace Keel.Trading.Tests.Journal;

/// <summary>The disk refuses while the journal is written.</summary>
public sealed class JournalTroubleTests
{
    private const string Next = "day/2.journal";

    private readonly VirtualWorld world = Journals.NewWorld();

    [Fact]
    public void A_full_disk_loses_nothing_that_was_committed_before()
    {
        using var writer = Journals.Create(world);
        Commit(writer, 10);
        world.Disk.Capacity = world.Disk.Used + 50;
        Journals.AppendNext(writer);
        Journals.AppendNext(writer);
        var full = Assert.Throws<JournalException>(() => writer.Commit(world.Now, durable: false));
        Assert.Equal("the journal could not be written: the disk is full", full.Why);
        Assert.StartsWith("free space on the disk", full.Remedy, StringComparison.Ordinal);
        world.CutPower();
        Assert.Equal(10, Journals.ReadAll(world.Files).LastSequence);
    }

    [Fact]
    public void A_broken_journal_stays_broken_though_space_came_back()
    {
        using var writer = Journals.Create(world);
        world.Disk.Refuse(DiskAction.Append, FileFault.DiskFull);
        Journals.AppendNext(writer);
        Assert.Throws<JournalException>(() => writer.Commit(world.Now, durable: false));
        Assert.True(writer.IsBroken);
        Journals.AppendNext(writer);
        Assert.Throws<JournalException>(() => writer.Commit(world.Now, durable: true));
        Assert.Equal(0, Journals.ReadAll(world.Files).LastSequence);
    }

    [Theory]
    [InlineData(DiskAction.Append)]
    [InlineData(DiskAction.Flush)]
    public void A_broken_journal_goes_on_in_another_file_without_a_gap(DiskAction refused)
    {
        using var writer = Journals.Create(world);
        Commit(writer, 4);
        Journals.AppendNext(writer);
        writer.Commit(world.Now, durable: false);
        Journals.AppendNext(writer);
        world.Disk.Refuse(refused, FileFault.Failed);
        Assert.Throws<JournalException>(() => writer.Commit(world.Now, durable: true));
        Journals.AppendNext(writer);
        writer.Rotate(Next, world.Now);
        Assert.Equal((false, 7, 7), (writer.IsBroken, writer.LastSequence, writer.DurableSequence));
        Commit(writer, 3);
        world.CutPower();
        Assert.Equal(10, ReadChain([Journals.Path, Next]));
        Assert.Equal(5, JournalReader.Open(world.Files, Next).Header.FirstSequence);
    }

    [Fact]
    public void Another_file_that_fails_too_changes_nothing()
    {
        using var writer = Journals.Create(world);
        Commit(writer, 4);
        foreach (
            var action in (DiskAction[])
                [DiskAction.Create, DiskAction.Append, DiskAction.Flush, DiskAction.Rename, DiskAction.Open]
        )
        {
            world.Disk.Refuse(action, FileFault.DiskFull);
            Assert.Throws<FileException>(() => writer.Rotate(Next, world.Now));
            Assert.False(world.Files.Exists(Next));
            Commit(writer, 1);
        }

        writer.Rotate(Next, world.Now);
        Commit(writer, 1);
        Assert.Equal(10, ReadChain([Journals.Path, Next]));
    }

    [Fact]
    public void A_broken_journal_can_try_several_files()
    {
        using var writer = Journals.Create(world);
        Commit(writer, 2);
        Journals.AppendNext(writer);
        Journals.AppendNext(writer);
        world.Disk.Refuse(DiskAction.Flush, FileFault.Failed);
        Assert.Throws<JournalException>(() => writer.Commit(world.Now, durable: true));
        world.Disk.Refuse(DiskAction.Flush, FileFault.Failed);
        Assert.Throws<FileException>(() => writer.Rotate(Next, world.Now));
        Assert.Throws<FileException>(() => writer.Rotate(Journals.Path, world.Now));
        writer.Rotate("spare/disk", world.Now);
        Commit(writer, 2);
        world.CutPower();
        Assert.Equal(6, ReadChain([Journals.Path, "spare/disk"]));
    }

    [Fact]
    public void A_journal_that_cannot_be_resumed_is_not_left_locked()
    {
        Journals.Create(world).Dispose();
        world.Disk.Refuse(DiskAction.Flush, FileFault.Failed);
        Assert.Throws<JournalException>(() => JournalWriter.Resume(world.Files, Journals.Path, Journals.Owner));
        JournalWriter.Resume(world.Files, Journals.Path, Journals.Owner).Dispose();
    }

    [Fact]
    public void A_journal_of_several_files_is_read_as_one()
    {
        using var writer = Journals.Create(world);
        string[] paths = [Journals.Path, "day/2", "day/3", "day/4"];
        writer.Rotate(paths[1], world.Now);
        Commit(writer, 5);
        writer.Rotate(paths[2], world.Now);
        writer.Rotate(paths[3], world.Now);
        Commit(writer, 5);
        Assert.Equal(10, ReadChain(paths));
    }

    [Fact]
    public void Files_that_are_missing_or_of_another_journal_are_told()
    {
        using var writer = Journals.Create(world);
        string[] paths = [Journals.Path, "day/2", "day/3"];
        Commit(writer, 2);
        writer.Rotate(paths[1], world.Now);
        Commit(writer, 2);
        writer.Rotate(paths[2], world.Now);
        Told("files before it are missing", [paths[1], paths[2]]);
        Told("good only up to record 2", [paths[0], paths[2]]);

        using var other = JournalWriter.Create(world.Files, "other", Journals.Owner, world.Now + Keel.Domain.Span.FromSeconds(9));
        Commit(other, 2);
        Told("goes on from another record 2", ["other", paths[1]]);

        void Told(string why, string[] files) =>
            Assert.Contains(why, Assert.Throws<JournalException>(() => ReadChain(files)).Why, StringComparison.Ordinal);
    }

    private void Commit(JournalWriter writer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Journals.AppendNext(writer);
            writer.Commit(world.Now, durable: true);
        }
    }

    private long ReadChain(string[] paths)
    {
        var chain = new JournalChain(world.Files, paths, Journals.Owner);
        var count = 0L;
        while (chain.Next(out var record))
        {
            count++;
            Journals.MustBeAsAppended(record, count);
        }

        Assert.Equal(count, chain.End!.Value.LastSequence);
        return count;
    }
}
