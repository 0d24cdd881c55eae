using FsCheck;
using FsCheck.Fluent;
using Keel.Domain;
using Keel.Trading.Journal;
using Keel.Trading.World;

namespace Keel.Trading.Tests.Journal;

public sealed class RecoveryTests
{
    [Fact]
    public void A_whole_journal_is_left_alone()
    {
        var (bytes, _) = Journals.Sample(5);
        var world = Journals.With(bytes);
        var recovered = Recover(world);
        Assert.Equal((JournalEndKind.Whole, null), (recovered.End.Kind, recovered.KeptAt));
        Assert.Equal([Journals.Path], world.Files.List("day"));
    }

    [Fact]
    public void What_is_cut_off_is_kept_beside_the_journal()
    {
        var (bytes, offsets) = Journals.Sample(5);
        bytes[offsets[2] + 25] ^= 4;
        var world = Journals.With(bytes);
        var recovered = Recover(world);
        Assert.Equal((2, JournalEndKind.Damaged, 2), (recovered.End.LastSequence, recovered.End.Kind, recovered.End.LostRecords));
        Assert.Equal($"{Journals.Path}.tail-{offsets[2]}", recovered.KeptAt);
        Assert.Equal(bytes[..offsets[2]], world.Disk.Content(Journals.Path));
        Assert.Equal(bytes[offsets[2]..], world.Disk.Content(recovered.KeptAt!));
        Assert.Equal(JournalEndKind.Whole, Recover(world).End.Kind);
    }

    [Fact]
    public void A_tail_kept_before_is_never_overwritten()
    {
        var (bytes, offsets) = Journals.Sample(3);
        var world = Journals.With(bytes.AsSpan(..^1));
        var first = Recover(world).KeptAt!;
        world.Disk.Put(Journals.Path, bytes.AsSpan(..^2));
        var second = Recover(world).KeptAt!;
        Assert.Equal($"{first}-2", second);
        Assert.Equal(bytes[offsets[2]..^1], world.Disk.Content(first));
        Assert.Equal(bytes[offsets[2]..^2], world.Disk.Content(second));
    }

    [Theory]
    [InlineData(DiskAction.Create)]
    [InlineData(DiskAction.Append)]
    [InlineData(DiskAction.Flush)]
    [InlineData(DiskAction.Rename)]
    [InlineData(DiskAction.Truncate)]
    public void A_recovery_that_the_disk_refused_has_destroyed_nothing(DiskAction refused)
    {
        var (bytes, offsets) = Journals.Sample(5);
        var world = Journals.With(bytes.AsSpan(..^3));
        world.Disk.Refuse(refused, FileFault.DiskFull);
        Assert.Throws<FileException>(() => Recover(world));
        world.CutPower();
        Assert.Equal(bytes[..^3], world.Disk.Content(Journals.Path));
        var recovered = Recover(world);
        Assert.Equal(bytes[..offsets[4]], world.Disk.Content(Journals.Path));
        Assert.Equal(bytes[offsets[4]..^3], world.Disk.Content(recovered.KeptAt!));
    }

    [Fact]
    public void A_journal_that_is_being_written_is_not_recovered_from_under_its_writer()
    {
        var world = Journals.With(Journals.Sample(5).Bytes.AsSpan(..^3));
        using (world.Files.Open(Journals.Path))
        {
            Assert.Equal(FileFault.InUse, Assert.Throws<FileException>(() => Recover(world)).Fault);
        }

        Assert.Equal([Journals.Path], world.Files.List("day"));
    }

    [Fact]
    public void A_journal_with_a_torn_end_is_not_resumed_before_it_is_recovered()
    {
        var world = Journals.With(Journals.Sample(5).Bytes.AsSpan(..^3));
        Assert.Throws<JournalException>(() => JournalWriter.Resume(world.Files, Journals.Path, Journals.Owner));
        Recover(world);
        using var writer = JournalWriter.Resume(world.Files, Journals.Path, Journals.Owner);
        Assert.Equal(4, writer.LastSequence);
    }

    [Fact]
    public void After_a_power_cut_at_any_moment_all_that_was_durable_is_there_and_nothing_that_was_not_appended()
    {
        Property.Holds(
            Session,
            4_000,
            session =>
            {
                var world = Journals.NewWorld(session.Seed);
                var durable = 0L;
                Journals.Create(world).Dispose();
                foreach (var life in session.Lives)
                {
                    durable = Live(world, life, durable);
                }
            }
        );
    }

    /// <summary>One life of the process: it recovers, goes on, and ends by a kill or a power cut. Returns how many records its journal has then.</summary>
    private static long Live(VirtualWorld world, Life life, long atLeast)
    {
        var recovered = Recover(world);
        Assert.True(
            recovered.End.LastSequence >= atLeast,
            $"{recovered.End.LastSequence} of {atLeast} records: {recovered.End.Why}"
        );
        using var writer = JournalWriter.Resume(world.Files, Journals.Path, Journals.Owner);
        Assert.Equal(recovered.End.LastSequence, writer.LastSequence);
        var written = writer.LastSequence;
        foreach (var step in life.Steps)
        {
            for (var i = 0; i < step.Appends; i++)
            {
                Journals.AppendNext(writer);
            }

            world.Advance(new Span(step.Milliseconds * 1_000_000L));
            writer.FlushIfDue(world.Now);
            if (step.Commits)
            {
                writer.Commit(world.Now, step.IsDurable);
                written = writer.LastSequence;
            }
        }

        var sure = life.EndsByPowerCut ? writer.DurableSequence : written;
        var most = written;
        if (life.EndsByPowerCut)
        {
            world.CutPower();
        }
        else
        {
            world.KillProcess();
        }

        var left = Journals.ReadAll(world.Files).LastSequence;
        Assert.InRange(left, sure, most);
        return left;
    }

    private static RecoveredJournal Recover(VirtualWorld world) =>
        JournalRecovery.Recover(world.Files, Journals.Path, Journals.Owner);

    private sealed record Step(int Appends, int Milliseconds, bool Commits, bool IsDurable);

    private sealed record Life(Step[] Steps, bool EndsByPowerCut);

    private sealed record Play(ulong Seed, Life[] Lives);

    private static Gen<Step> AnyStep =>
        from appends in Gen.Choose(0, 6)
        from milliseconds in Gen.Choose(0, 30)
        from commits in Gen.Choose(0, 4)
        from durable in Gen.Choose(0, 5)
        select new Step(appends, milliseconds, commits > 0, durable == 0);

    private static Gen<Life> AnyLife =>
        from count in Gen.Choose(0, 20)
        from steps in AnyStep.ArrayOf(count)
        from cut in Gen.Choose(0, 2)
        select new Life(steps, cut > 0);

    private static Gen<Play> Session =>
        from seed in Gen.Choose(0, int.MaxValue)
        from count in Gen.Choose(1, 4)
        from lives in AnyLife.ArrayOf(count)
        select new Play((ulong)seed, lives);
}
