namespace Keel.Trading.Conditions;

/// <summary>Halves sizes, then pauses, while the range is a multiple of what is normal; each ends at a lower multiple than it begins, so that it does not flap.</summary>
public sealed class VolatilityBreaker(VolatilityRules rules)
{
    /// <summary>The stable code.</summary>
    public const string Code = "volatility";

    /// <summary>What it asks for.</summary>
    public BreakerState State { get; private set; }

    /// <summary>Above which multiple it pauses.</summary>
    public double Bound => rules.PauseAbove;

    /// <summary>Takes the present range as a multiple of the normal one.</summary>
    public void Update(double ratio)
    {
        if (ratio > rules.PauseAbove)
        {
            State = BreakerState.Paused;
            return;
        }

        if (State == BreakerState.Paused && !rules.ByHand && ratio <= rules.PauseEnds)
        {
            State = BreakerState.Half;
        }

        if (State == BreakerState.Clear && ratio > rules.HalfAbove)
        {
            State = BreakerState.Half;
        }
        else if (State == BreakerState.Half && ratio <= rules.HalfEnds)
        {
            State = BreakerState.Clear;
        }
    }

    /// <summary>A person ends it.</summary>
    public void Resume() => State = BreakerState.Clear;
}
