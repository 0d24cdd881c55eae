using Keel.Domain;
using Keel.Trading.Journal;
using Keel.Trading.World;

namespace Keel.Trading.Tests.Journal;

public sealed class LedgerBookTests
{
    private const string Ledger = "account/ledger";
    private const string Witness = "elsewhere/witness";
    private const ushort Loss = 1;
    private const ushort Latch = 2;

    private readonly VirtualWorld world = Journals.NewWorld();

    [Fact]
    public void Entries_are_there_after_a_power_cut()
    {
        using (var book = Open())
        {
            Assert.Equal((LedgerStanding.New, true), (book.Standing, book.IsTrusted));
            book.Append(Loss, world.Now, Money.FromCents(-4_999), "daily_loss");
            book.Append(Latch, world.Now + Span.FromSeconds(1), Money.Zero, "halt-for-good · équité");
        }

        world.CutPower();
        using var again = Open();
        Assert.Equal(LedgerStanding.Agrees, again.Standing);
        Assert.Equal(
            [
                new LedgerEntry(1, Loss, Journals.Begin, Money.FromCents(-4_999), "daily_loss"),
                new LedgerEntry(2, Latch, Journals.Begin + Span.FromSeconds(1), Money.Zero, "halt-for-good · équité"),
            ],
            again.Entries
        );
    }

    [Fact]
    public void A_clock_that_was_set_back_is_seen()
    {
        using (var book = Open())
        {
            book.Append(Loss, world.Now, Money.FromCents(-1), "a");
            book.Append(Loss, world.Now - Span.FromHours(24), Money.FromCents(-1), "b");
        }

        using var again = Open();
        Assert.Equal(Journals.Begin, again.Latest);
    }

    [Fact]
    public void A_restored_backup_is_noticed_and_nothing_is_left_until_a_person_accepts_it()
    {
        Spend(1);
        var backup = world.Disk.Content(Ledger);
        Spend(2);
        world.Disk.Put(Ledger, backup);
        using (var book = Open())
        {
            Assert.Equal((LedgerStanding.WitnessNewer, 2, false), (book.Standing, book.MissingEntries, book.IsTrusted));
            book.Append(Latch, world.Now, Money.Zero, "halt-review");
        }

        using (var book = Open())
        {
            Assert.Equal((LedgerStanding.WitnessNewer, 1), (book.Standing, book.MissingEntries));
            book.Append(Latch, world.Now, Money.Zero, "halt-review");
        }

        using (var book = Open())
        {
            Assert.Equal(LedgerStanding.Parted, book.Standing);
            var review = book.Accept(world.Now, "compared with the venue's statement");
            Assert.Equal("Parted, 0 entries missing: compared with the venue's statement", review.Text);
            Assert.Equal(LedgerBook.ReviewKind, review.Kind);
            Assert.True(book.IsTrusted);
        }

        using var accepted = Open();
        Assert.Equal((LedgerStanding.Agrees, 4), (accepted.Standing, accepted.Entries.Count));
        Assert.Throws<InvalidOperationException>(() => accepted.Accept(world.Now, "again"));
    }

    [Fact]
    public void A_deleted_ledger_refills_nothing()
    {
        Spend(3);
        world.Files.Delete(Ledger);
        using (var book = Open())
        {
            Assert.Equal((LedgerStanding.LedgerMissing, 3, false), (book.Standing, book.MissingEntries, book.IsTrusted));
        }

        using var again = Open();
        Assert.Equal((LedgerStanding.WitnessNewer, 3, false), (again.Standing, again.MissingEntries, again.IsTrusted));
    }

    [Fact]
    public void A_witness_that_is_gone_damaged_or_of_another_account_vouches_for_nothing()
    {
        Spend(2);
        var good = world.Disk.Content(Witness);
        world.Files.Delete(Witness);
        Stands(LedgerStanding.WitnessMissing);
        for (var bit = 0; bit < good.Length * 8; bit++)
        {
            var bad = good.ToArray();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            world.Disk.Put(Witness, bad);
            Stands(LedgerStanding.WitnessDamaged);
        }

        LedgerBook.Open(world.Files, "other", "other-witness", "account 2", world.Now).Dispose();
        world.Disk.Put(Witness, world.Disk.Content("other-witness"));
        Stands(LedgerStanding.WitnessOfAnother);
        world.Disk.Put(Witness, good);
        Stands(LedgerStanding.Agrees);
    }

    [Fact]
    public void A_restored_witness_does_not_hide_what_the_ledger_knows()
    {
        Spend(1);
        var old = world.Disk.Content(Witness);
        Spend(2);
        world.Disk.Put(Witness, old);
        using var book = Open();
        Assert.Equal((LedgerStanding.LedgerNewer, true, 3), (book.Standing, book.IsTrusted, book.Entries.Count));
    }

    [Fact]
    public void Any_flipped_bit_of_the_ledger_leaves_no_budget()
    {
        Spend(3);
        var good = world.Disk.Content(Ledger);
        for (var bit = 0; bit < good.Length * 8; bit++)
        {
            var bad = good.ToArray();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            world.Disk.Put(Ledger, bad);
            try
            {
                using var book = Open();
                Assert.False(book.IsTrusted, $"bit {bit}");
            }
            catch (JournalException refused)
            {
                Assert.NotEmpty(refused.Remedy);
            }
        }
    }

    [Fact]
    public void A_kill_between_ledger_and_witness_is_no_contradiction()
    {
        Spend(1);
        foreach (var action in (DiskAction[])[DiskAction.Create, DiskAction.Append, DiskAction.Flush, DiskAction.Rename])
        {
            using (var book = Open())
            {
                // The witness is written after the entry: only its own actions fail, or the entry itself.
                world.Disk.Refuse(action, FileFault.Failed, after: action is DiskAction.Append or DiskAction.Flush ? 1 : 0);
                Assert.Throws<JournalException>(() => book.Append(Loss, world.Now, Money.FromCents(-1), "a"));
            }

            world.CutPower();
            using var again = Open();
            Assert.Equal(LedgerStanding.LedgerNewer, again.Standing);
        }

        using var last = Open();
        Assert.Equal((LedgerStanding.Agrees, 5), (last.Standing, last.Entries.Count));
    }

    [Fact]
    public void An_entry_that_the_disk_refused_counts_as_long_as_the_process_lives()
    {
        using var book = Open();
        world.Disk.Refuse(DiskAction.Append, FileFault.DiskFull);
        Assert.Throws<JournalException>(() => book.Append(Latch, world.Now, Money.Zero, "halt-day"));
        Assert.Equal("halt-day", Assert.Single(book.Entries).Text);
    }

    [Fact]
    public void Another_accounts_ledger_and_another_journal_are_refused()
    {
        Spend(1);
        Assert.Throws<JournalException>(() => LedgerBook.Open(world.Files, Ledger, Witness, "account 2", world.Now));
        JournalWriter.Create(world.Files, "journal", "account 1", world.Now).Dispose();
        Assert.Throws<JournalException>(() => LedgerBook.Open(world.Files, "journal", Witness, "account 1", world.Now));
    }

    private LedgerBook Open() => LedgerBook.Open(world.Files, Ledger, Witness, "account 1", world.Now);

    private void Spend(int times)
    {
        using var book = Open();
        for (var i = 0; i < times; i++)
        {
            book.Append(Loss, world.Now, Money.FromCents(-100), "daily_loss");
        }
    }

    private void Stands(LedgerStanding standing)
    {
        using var book = Open();
        Assert.Equal((standing, standing == LedgerStanding.Agrees), (book.Standing, book.IsTrusted));
    }
}
