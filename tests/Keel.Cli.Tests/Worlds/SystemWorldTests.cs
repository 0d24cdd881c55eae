using Keel.Cli.Worlds;
using Keel.Domain;
using Keel.Trading.Journal;
using Keel.Trading.World;

namespace Keel.Cli.Tests.Worlds;

public sealed class SystemWorldTests
{
    [Fact]
    public void Time_only_grows_and_the_clock_is_this_machines()
    {
        var world = new SystemWorld();
        var before = Timestamp.FromUnixSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds());
        Assert.True(world.Now >= before);
        var elapsed = world.Elapsed;
        Assert.True(world.Elapsed >= elapsed);
        Assert.NotEqual(world.Draw(), world.Draw());
    }

    [Fact]
    public void Work_that_is_due_runs_once_and_in_order()
    {
        var world = new SystemWorld();
        var done = "";
        world.After(Span.Zero, () => done += "a");
        var taken = world.After(Span.Zero, () => done += "b");
        world.After(Span.Zero, () => done += "c");
        world.After(Span.FromHours(1), () => done += "late");
        Assert.True(world.Cancel(taken));
        Assert.False(world.Cancel(taken));
        world.RunDue();
        world.RunDue();
        Assert.Equal("ac", done);
        Assert.True(world.UntilNextDue > Span.FromMinutes(59));
    }

    [Fact]
    public void A_journal_on_a_real_disk_survives_a_torn_end_and_a_second_instance()
    {
        using var folder = new TemporaryFolder();
        var world = new SystemWorld();
        var (files, path) = (world.Files, folder.File("day", "a.journal"));
        using (var writer = JournalWriter.Create(files, path, "account 1", world.Now))
        {
            for (var i = 0; i < 10; i++)
            {
                writer.Append(1, world.Now, [(byte)i, 2, 3]);
                writer.Commit(world.Now, durable: i % 3 == 0);
            }

            Assert.Equal(
                FileFault.InUse,
                Assert.Throws<FileException>(() => JournalWriter.Resume(files, path, "account 1")).Fault
            );
            Assert.Equal(10, JournalReader.Open(files, path).ReadToEnd().LastSequence);
        }

        using (var torn = files.Open(path))
        {
            torn.Append([3, 0, 0, 0, 1, 0, 11]);
        }

        var recovered = JournalRecovery.Recover(files, path, "account 1");
        Assert.Equal(JournalEndKind.Torn, recovered.End.Kind);
        Assert.Equal(7, files.Length(recovered.KeptAt!));
        using (var writer = JournalWriter.Resume(files, path, "account 1"))
        {
            Assert.Equal(11, writer.Append(1, world.Now, "more"u8));
            writer.Rotate(folder.File("day", "b.journal"), world.Now);
            writer.Append(1, world.Now, "last"u8);
            writer.Commit(world.Now, durable: true);
        }

        var chain = new JournalChain(files, [path, folder.File("day", "b.journal")], "account 1");
        var count = 0;
        while (chain.Next(out _))
        {
            count++;
        }

        Assert.Equal(12, count);
        Assert.Equal(JournalEndKind.Whole, chain.End!.Value.Kind);
    }

    [Fact]
    public void A_ledger_on_a_real_disk_notices_that_a_backup_was_restored()
    {
        using var folder = new TemporaryFolder();
        var world = new SystemWorld();
        var (ledger, witness) = (folder.File("ledger"), folder.File("elsewhere", "witness"));
        byte[] backup;
        using (var book = LedgerBook.Open(world.Files, ledger, witness, "account 1", world.Now))
        {
            book.Append(1, world.Now, Money.FromCents(-1_250), "daily_loss");
        }

        backup = File.ReadAllBytes(ledger);
        using (var book = LedgerBook.Open(world.Files, ledger, witness, "account 1", world.Now))
        {
            Assert.True(book.IsTrusted);
            book.Append(2, world.Now, Money.Zero, "halt-for-good");
        }

        File.WriteAllBytes(ledger, backup);
        using var restored = LedgerBook.Open(world.Files, ledger, witness, "account 1", world.Now);
        Assert.Equal((LedgerStanding.WitnessNewer, 1L), (restored.Standing, restored.MissingEntries));
        Assert.False(restored.IsTrusted);
    }
}
