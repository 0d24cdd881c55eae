using System.Globalization;
using Keel.Domain;
using Keel.Trading.Risk;

namespace Keel.Trading.Journal.Accounts;

/// <summary>One limit of an account: its name and text in the ledger, and which of two values is the tighter one.</summary>
internal sealed class LimitRule
{
    private readonly Func<RiskLimits, string?> read;
    private readonly Func<RiskLimits, string, RiskLimits> write;
    private readonly Func<string, string, bool> isNotLooser;
    private readonly Func<RiskLimits, RiskLimits> remove;

    private LimitRule(
        string name,
        Func<RiskLimits, string?> read,
        Func<RiskLimits, string, RiskLimits> write,
        Func<RiskLimits, RiskLimits> remove,
        Func<string, string, bool> isNotLooser
    ) => (Name, this.read, this.write, this.remove, this.isNotLooser) = (name, read, write, remove, isNotLooser);

    /// <summary>The name in the ledger.</summary>
    public string Name { get; }

    /// <summary>The limit as text; null where there is none.</summary>
    public string? Of(RiskLimits limits) => read(limits);

    /// <summary>Sets or removes the limit.</summary>
    public RiskLimits Set(RiskLimits limits, string? value) => value is null ? remove(limits) : write(limits, value);

    /// <summary>Whether going from one value to another allows nothing that was forbidden.</summary>
    public bool IsNotLooser(string? from, string? to) => from == to || from is null || (to is not null && isNotLooser(from, to));

    /// <summary>A bound on losses: both parts have to be as small, since the larger of them holds.</summary>
    public static LimitRule Loss(string name, Func<RiskLimits, LossLimit?> read, Func<RiskLimits, LossLimit?, RiskLimits> set) =>
        new(
            name,
            limits => read(limits) is { } loss ? $"{loss.Amount}|{Number(loss.Share)}" : null,
            (limits, text) => set(limits, LossOf(text)),
            limits => set(limits, null),
            (from, to) => LossOf(to).Amount <= LossOf(from).Amount && LossOf(to).Share <= LossOf(from).Share
        );

    /// <summary>A number that is the tighter the smaller it is, or the larger.</summary>
    public static LimitRule Figure(
        string name,
        Func<RiskLimits, decimal?> read,
        Func<RiskLimits, decimal?, RiskLimits> set,
        bool largerIsTighter = false
    ) =>
        new(
            name,
            limits => read(limits) is { } value ? Number(value) : null,
            (limits, text) => set(limits, NumberOf(text)),
            limits => set(limits, null),
            (from, to) => largerIsTighter ? NumberOf(to) >= NumberOf(from) : NumberOf(to) <= NumberOf(from)
        );

    /// <summary>Pauses after losses in a row: each streak's pause has to be as long.</summary>
    public static LimitRule Pauses(string name) =>
        new(
            name,
            limits =>
                limits.Streaks.Count == 0
                    ? null
                    : string.Join(',', limits.Streaks.Select(one => $"{one.Losses}:{one.Pause.Nanoseconds}")),
            (limits, text) => limits with { Streaks = StreaksOf(text) },
            limits => limits with { Streaks = [] },
            ArePausesAsLong
        );

    private static bool ArePausesAsLong(string from, string to)
    {
        var (before, after) = (StreaksOf(from), StreaksOf(to));
        var longest = Math.Max(before[^1].Losses, after[^1].Losses);
        for (var losses = 1; losses <= longest + 1; losses++)
        {
            if (PauseAfter(after, losses) < PauseAfter(before, losses))
            {
                return false;
            }
        }

        return true;
    }

    private static Span PauseAfter(StreakPause[] streaks, int losses) =>
        losses > streaks[^1].Losses ? streaks[^1].Pause : Array.Find(streaks, one => one.Losses == losses).Pause;

    private static StreakPause[] StreaksOf(string text) =>
        [
            .. text.Split(',')
                .Select(pair => pair.Split(':'))
                .Select(pair => new StreakPause(
                    int.Parse(pair[0], CultureInfo.InvariantCulture),
                    new Span(long.Parse(pair[1], CultureInfo.InvariantCulture))
                )),
        ];

    private static LossLimit LossOf(string text)
    {
        var bar = text.IndexOf('|', StringComparison.Ordinal);
        return new LossLimit(Money.From(NumberOf(text[..bar])), NumberOf(text[(bar + 1)..]));
    }

    private static string Number(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    private static decimal NumberOf(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
