using System.Globalization;
using Keel.Domain;
using Keel.Trading.Ledger;
using Keel.Trading.Risk;
using Keel.Trading.World;

namespace Keel.Trading.Journal.Accounts;

/// <summary>
/// The ledger of a risk account: its limits and all that it remembers, durable before any consequence leaves. No restart, deleted
/// configuration or clock gives a budget back; limits are tightened at once and loosened only while flat, for a later trading day.
/// </summary>
public sealed class RiskLedger : IDisposable
{
    /// <summary>The reason of the halt that holds until a person has accepted a ledger which its witness contradicts.</summary>
    public const string Contradicted = "ledger";

    private readonly LedgerBook book;
    private RiskLimits? limits;
    private RiskLimits? looser;
    private int looserAfter;
    private RiskState kept;
    private bool hasState;
    private long highStep = long.MaxValue;

    private RiskLedger(LedgerBook book)
    {
        this.book = book;
        foreach (var entry in book.Entries)
        {
            Recall(entry);
        }
    }

    /// <summary>Whether it holds no account yet.</summary>
    public bool IsNew => limits is null;

    /// <summary>Whether its entries can be taken for all there are; until then nothing may resume.</summary>
    public bool IsTrusted => book.IsTrusted;

    /// <summary>The latest time of any entry: a core that goes on from this ledger is told this time first, whatever the clock says.</summary>
    public Timestamp Latest => book.Latest;

    /// <summary>The account's trading day, in days since 1970-01-01: a clock that says less went back.</summary>
    public int Day => hasState ? kept.Day : int.MinValue;

    /// <summary>Opens the ledger of an account, or begins one.</summary>
    public static RiskLedger Open(IFiles files, string path, string witnessPath, string account, Timestamp at) =>
        new(LedgerBook.Open(files, path, witnessPath, account, at));

    /// <summary>
    /// The account as it was left, on a trading day. What the configuration tightens holds at once; what it would loosen does not; without a
    /// configuration the ledger's limits hold. An account that is new takes the configuration's limits.
    /// </summary>
    public RestoredRisk Restore(RiskLimits? configured, int tradingDay, Timestamp at)
    {
        var remarks = new List<string>();
        if (limits is null)
        {
            limits =
                configured
                ?? throw new JournalException(
                    "the account's ledger",
                    "the ledger holds no account, and no configuration gives limits",
                    "name the profile whose limits the new account is to have"
                );
            Write(RiskEntryKind.Created, at, limits.Capital, LimitsText.Of(limits));
        }

        TakeLooser(Math.Max(tradingDay, Day));
        if (configured is not null)
        {
            Tighten(configured, at, remarks);
        }

        SetHighStep();
        RiskState? state = hasState ? kept : null;
        if (!IsTrusted)
        {
            remarks.Add(
                $"the ledger cannot be trusted ({book.Standing}): every budget counts as spent until a person accepts it"
            );
            state = Spent(state ?? new RiskAccount(limits, TradingNotices.None).State);
        }

        return new RestoredRisk(state, limits, remarks);
    }

    /// <summary>
    /// Writes what a step changed, durably; to be called after every step, before its commands leave. False when the account lives on a day
    /// that the ledger has left behind, or has given itself budgets back on the same day: then it has to be restored from here.
    /// </summary>
    public bool Keep(in RiskState state, Timestamp at)
    {
        if (!hasState)
        {
            Note(RiskEntryKind.Day, at, Money.Zero, in state);
            return true;
        }

        if (state.Day < kept.Day || IsRefilled(in state))
        {
            return false;
        }

        var before = kept;
        if (state.Day != before.Day)
        {
            Note(RiskEntryKind.Day, at, new Money(state.DayStart), in state);
            looser = looser is not null && state.Day > looserAfter ? Pass(looser) : looser;
        }
        else if (state.Realised != before.Realised)
        {
            Note(RiskEntryKind.Trade, at, new Money(state.Realised - before.Realised), in state);
        }

        KeepStops(in state, in before, at);
        if (HasMoved(in state))
        {
            Note(state.EntriesToday != kept.EntriesToday ? RiskEntryKind.Entry : RiskEntryKind.High, at, Money.Zero, in state);
        }

        return true;
    }

    /// <summary>A person wants looser limits and says why; null when they will hold from the next trading day on, otherwise why they will not.</summary>
    public string? Loosen(RiskLimits wanted, string reason, bool isFlat, Timestamp at)
    {
        var refusal =
            limits is null ? "the ledger holds no account"
            : !IsTrusted ? "the ledger has to be accepted first"
            : !isFlat ? "limits are loosened only while flat"
            : string.IsNullOrWhiteSpace(reason) ? "a reason has to be given, which the ledger keeps"
            : wanted.Capital != limits.Capital ? "the capital of an account never changes: begin a new one"
            : null;
        if (refusal is null)
        {
            (looser, looserAfter) = (wanted, Day);
            Write(
                RiskEntryKind.Loosened,
                at,
                Money.Zero,
                $"after={Day} {LimitsText.Of(wanted)} because={reason.Replace(' ', '_')}"
            );
        }

        return refusal;
    }

    /// <summary>A person has looked at a ledger that its witness contradicts, and takes it as it is.</summary>
    public void Accept(Timestamp at, string reason) => book.Accept(at, reason);

    /// <inheritdoc />
    public void Dispose() => book.Dispose();

    private static RiskState Spent(RiskState state) =>
        state.Halt >= HaltKind.Review
            ? state
            : state with
            {
                Halt = HaltKind.Review,
                HaltReason = Contradicted,
                HaltDay = state.Day,
            };

    private void KeepStops(in RiskState state, in RiskState before, Timestamp at)
    {
        if (state.PauseUntil > before.PauseUntil || state.HoldUntil > before.HoldUntil)
        {
            Note(RiskEntryKind.Pause, at, Money.Zero, in state);
        }

        if (state.Halt != before.Halt || state.HaltReason != before.HaltReason)
        {
            Note(state.Halt > before.Halt ? RiskEntryKind.Latch : RiskEntryKind.Resume, at, Money.Zero, in state);
        }
    }

    /// <summary>Whether today's losses are fewer than the ledger knows, though nothing was gained.</summary>
    private bool IsRefilled(in RiskState state) =>
        state.Day == kept.Day
        && (
            state.RealisedToday - kept.RealisedToday != state.Realised - kept.Realised
            || state.TradesToday < kept.TradesToday
            || state.EntriesToday < kept.EntriesToday
        );

    /// <summary>Whether anything is left that a budget depends on. The day's lowest equity only informs.</summary>
    private bool HasMoved(in RiskState state) =>
        (highStep != long.MaxValue && (state.EverHigh > kept.EverHigh || state.DayHigh > kept.DayHigh))
        || (state with { EverHigh = 0, DayHigh = 0, DayLow = 0 }) != (kept with { EverHigh = 0, DayHigh = 0, DayLow = 0 });

    private void Note(RiskEntryKind kind, Timestamp at, Money amount, in RiskState state)
    {
        // Highs are written ahead by a step, so that not each of them costs a write: after a crash a limit that follows them is tighter by
        // less than that, never looser.
        var isFirst = !hasState;
        var next = state;
        var isReset = isFirst || state.Halt < kept.Halt;
        next.EverHigh = Ahead(state.EverHigh, isReset ? long.MinValue : kept.EverHigh);
        next.DayHigh = Ahead(state.DayHigh, isReset || state.Day != kept.Day ? long.MinValue : kept.DayHigh);
        (kept, hasState) = (next, true);
        Write(kind, at, amount, StateText.Of(in kept));
    }

    private long Ahead(long high, long covered) =>
        high <= covered ? covered
        : covered == long.MinValue || highStep == long.MaxValue ? high
        : high + highStep;

    private void SetHighStep()
    {
        var capital = limits!.Capital;
        highStep = long.MaxValue;
        foreach (
            var bound in new[] { limits.AccountDrawdown?.At(capital), limits.DailyDrawdown?.At(capital), limits.GiveBackFrom }
        )
        {
            if (bound is { } money)
            {
                highStep = Math.Min(highStep, Math.Max(money.Units / 100, 1));
            }
        }
    }

    private void Tighten(RiskLimits configured, Timestamp at, List<string> remarks)
    {
        // Conditions of the market come from the configuration; limits stay the ledger's, save where the configuration is tighter.
        var before = LimitsText.Of(limits!);
        var merged = LimitsText.Over(configured, before);
        if (configured.Capital != limits!.Capital)
        {
            remarks.Add($"capital stays {limits.Capital}: only a new account has another");
        }

        foreach (var rule in LimitsText.Rules)
        {
            var (from, to) = (rule.Of(limits), rule.Of(configured));
            if (rule.IsNotLooser(from, to))
            {
                merged = rule.Set(merged, to);
            }
            else
            {
                remarks.Add(
                    $"{rule.Name} stays {from}, not {to ?? "none"}: limits are loosened only while flat, from the next trading day on"
                );
            }
        }

        limits = merged;
        var text = LimitsText.Of(merged);
        if (text != before)
        {
            Write(RiskEntryKind.Tightened, at, Money.Zero, text);
        }
    }

    private void TakeLooser(int day)
    {
        if (looser is not null && day > looserAfter)
        {
            looser = Pass(looser);
        }
    }

    private RiskLimits? Pass(RiskLimits wanted)
    {
        limits = wanted;
        return null;
    }

    private void Recall(LedgerEntry entry)
    {
        switch ((RiskEntryKind)entry.Kind)
        {
            case RiskEntryKind.Created or RiskEntryKind.Tightened:
                limits = LimitsText.Over(limits ?? new RiskLimits { Capital = Money.Zero }, entry.Text);
                break;
            case RiskEntryKind.Loosened:
                var rest = entry.Text["after=".Length..];
                looserAfter = int.Parse(rest[..rest.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
                looser = LimitsText.Over(limits!, rest[rest.IndexOf(' ', StringComparison.Ordinal)..]);
                break;
            case RiskEntryKind.Day
            or RiskEntryKind.Trade
            or RiskEntryKind.Pause
            or RiskEntryKind.Latch
            or RiskEntryKind.Resume
            or RiskEntryKind.Entry
            or RiskEntryKind.High:
                (kept, hasState) = (StateText.Read(entry.Text), true);
                TakeLooser(kept.Day);
                break;
            default:
                break;
        }
    }

    private void Write(RiskEntryKind kind, Timestamp at, Money amount, string text) =>
        book.Append((ushort)kind, at, amount, text);
}
