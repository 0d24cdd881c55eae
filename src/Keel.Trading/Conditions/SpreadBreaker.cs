namespace Keel.Trading.Conditions;

/// <summary>Pauses when the spread is wide, until it has been narrow for a while without a break.</summary>
public sealed class SpreadBreaker(SpreadRules rules)
{
    /// <summary>The stable code.</summary>
    public const string Code = "spread";

    private bool isPaused;
    private long narrowSince = long.MaxValue;

    /// <summary>Above how many ticks it pauses.</summary>
    public int Bound => rules.Widest;

    /// <summary>The last spread, in ticks.</summary>
    public long Spread { get; private set; }

    /// <summary>Takes a spread in ticks at an instant in nanoseconds.</summary>
    public void Update(long spread, long now)
    {
        isPaused = PausesAt(now) || spread > rules.Widest;
        Spread = spread;
        narrowSince = spread > rules.Narrow ? long.MaxValue : Math.Min(narrowSince, now);
    }

    /// <summary>Whether nothing is entered at an instant; a spread that stays narrow counts although nothing more is heard.</summary>
    public bool PausesAt(long now) =>
        isPaused && (rules.ByHand || narrowSince == long.MaxValue || now - narrowSince < rules.Calm.Nanoseconds);

    /// <summary>A person ends it.</summary>
    public void Resume() => isPaused = false;
}
