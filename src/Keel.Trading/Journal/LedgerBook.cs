using Keel.Domain;
using Keel.Trading.World;

namespace Keel.Trading.Journal;

/// <summary>
/// The ledger of an account: entries that are only ever added, each durable before <see cref="Append"/> returns, so that no restart, clock
/// or new configuration refills a budget. A witness in a second place notices a ledger that went backwards; the stricter of both counts.
/// Where ledger and witness are both gone, only the venue's own history can tell.
/// </summary>
public sealed class LedgerBook : IDisposable
{
    /// <summary>The kind of an entry by which a person accepted a ledger that the witness contradicts.</summary>
    public const ushort ReviewKind = ushort.MaxValue;

    private readonly IFiles files;
    private readonly JournalWriter journal;
    private readonly string account;
    private readonly string witnessPath;
    private readonly List<LedgerEntry> entries;

    private LedgerBook(
        IFiles files,
        JournalWriter journal,
        string account,
        string witnessPath,
        List<LedgerEntry> entries,
        RecoveredJournal recovered,
        LedgerStanding standing,
        long missing
    )
    {
        (this.files, this.journal, this.account, this.witnessPath) = (files, journal, account, witnessPath);
        (this.entries, Recovered, Standing, MissingEntries) = (entries, recovered, standing, missing);
        Latest = Timestamp.MinValue;
        foreach (var entry in entries)
        {
            Latest = entry.At > Latest ? entry.At : Latest;
        }
    }

    /// <summary>All entries, the oldest first.</summary>
    public IReadOnlyList<LedgerEntry> Entries => entries;

    /// <summary>What the witness said when the book was opened, or since a person accepted it.</summary>
    public LedgerStanding Standing { get; private set; }

    /// <summary>How many entries the witness saw that the ledger has not.</summary>
    public long MissingEntries { get; private set; }

    /// <summary>What opening found at the ledger's end, and where it kept what it cut off.</summary>
    public RecoveredJournal Recovered { get; }

    /// <summary>The latest time of any entry: a clock that says less was set back.</summary>
    public Timestamp Latest { get; private set; }

    /// <summary>Whether the entries can be taken for all there are. When not, every budget counts as spent and every latch as set until a person accepts the book.</summary>
    public bool IsTrusted => Standing is LedgerStanding.New or LedgerStanding.Agrees or LedgerStanding.LedgerNewer;

    /// <summary>Opens the ledger of an account, or begins one; recovers it from a crash and compares it with its witness.</summary>
    public static LedgerBook Open(IFiles files, string path, string witnessPath, string account, Timestamp at)
    {
        var hasLedger = files.Exists(path);
        var hasWitness = files.Exists(witnessPath);
        if (!hasLedger)
        {
            JournalWriter.Create(files, path, Identity(account), at).Dispose();
        }

        var recovered = JournalRecovery.Recover(files, path, Identity(account));
        var witness = hasWitness ? LedgerWitness.Read(files, witnessPath) : null;
        var (found, seen) = Read(files, path, account, witness);
        var standing = Judge(account, hasLedger, hasWitness, witness, found.Count, seen);
        var missing = standing is LedgerStanding.WitnessNewer or LedgerStanding.LedgerMissing
            ? witness!.Sequence - found.Count
            : 0;
        var writer = JournalWriter.Resume(files, path, Identity(account));
        var book = new LedgerBook(files, writer, account, witnessPath, found, recovered, standing, missing);
        try
        {
            if (standing is LedgerStanding.New or LedgerStanding.LedgerNewer)
            {
                book.Witness();
            }
        }
        catch (JournalException)
        {
            book.Dispose();
            throw;
        }

        return book;
    }

    /// <summary>
    /// Adds an entry; it is durable, and witnessed, when this returns. When the disk refuses, the entry counts all the same as long as the
    /// process lives, and the exception asks for a halt.
    /// </summary>
    public LedgerEntry Append(ushort kind, Timestamp at, Money amount, string text)
    {
        if (kind == ReviewKind)
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "this kind is kept for reviews");
        }

        return Add(kind, at, amount, text);
    }

    /// <summary>A person has looked at a book that the witness contradicts, and takes it as it is; the ledger keeps the reason for ever.</summary>
    public LedgerEntry Accept(Timestamp at, string reason)
    {
        if (IsTrusted)
        {
            throw new InvalidOperationException("the ledger and its witness do not contradict each other");
        }

        var entry = Add(ReviewKind, at, Money.Zero, $"{Standing}, {MissingEntries} entries missing: {reason}");
        (Standing, MissingEntries) = (LedgerStanding.Agrees, 0);
        Witness();
        return entry;
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => journal.Dispose();

    /// <summary>Says more than the account, so that no other journal of the account is taken for its ledger.</summary>
    private static string Identity(string account) => $"ledger of {account}";

    private static (List<LedgerEntry> Entries, JournalTag? Seen) Read(
        IFiles files,
        string path,
        string account,
        LedgerWitness? witness
    )
    {
        var reader = JournalReader.Open(files, path, Identity(account));
        var found = new List<LedgerEntry>();
        JournalTag? seen = witness?.Sequence == 0 ? reader.LastTag : null;
        while (reader.Next(out var record))
        {
            found.Add(LedgerEntry.From(record));
            seen = record.Sequence == witness?.Sequence ? record.Tag : seen;
        }

        return (found, seen);
    }

    private static LedgerStanding Judge(
        string account,
        bool hasLedger,
        bool hasWitness,
        LedgerWitness? witness,
        long count,
        JournalTag? seen
    )
    {
        if (!hasWitness)
        {
            return count == 0 ? LedgerStanding.New : LedgerStanding.WitnessMissing;
        }

        if (witness is null)
        {
            return LedgerStanding.WitnessDamaged;
        }

        if (!string.Equals(witness.Account, account, StringComparison.Ordinal))
        {
            return LedgerStanding.WitnessOfAnother;
        }

        if (!hasLedger)
        {
            return LedgerStanding.LedgerMissing;
        }

        if (witness.Sequence > count)
        {
            return LedgerStanding.WitnessNewer;
        }

        return seen == witness.Tag
            ? witness.Sequence == count
                ? LedgerStanding.Agrees
                : LedgerStanding.LedgerNewer
            : LedgerStanding.Parted;
    }

    private LedgerEntry Add(ushort kind, Timestamp at, Money amount, string text)
    {
        var sequence = journal.Append(kind, at, LedgerEntry.Payload(amount, text));
        var entry = new LedgerEntry(sequence, kind, at, amount, text);
        entries.Add(entry);
        Latest = at > Latest ? at : Latest;
        journal.Commit(at, durable: true);
        if (IsTrusted)
        {
            Witness();
        }

        return entry;
    }

    private void Witness()
    {
        try
        {
            new LedgerWitness(account, journal.LastSequence, journal.LastTag).Write(files, witnessPath);
        }
        catch (FileException refused)
        {
            throw new JournalException(
                witnessPath,
                $"the ledger's witness could not be written: {refused.Why}",
                refused.Remedy,
                refused
            );
        }
    }
}
