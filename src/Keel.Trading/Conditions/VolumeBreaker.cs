namespace Keel.Trading.Conditions;

/// <summary>Pauses while a minute trades a small share of what is normal for it; ends at a higher share than it begins, so that it does not flap.</summary>
public sealed class VolumeBreaker(VolumeRules rules)
{
    /// <summary>The stable code.</summary>
    public const string Code = "volume";

    /// <summary>What it asks for.</summary>
    public BreakerState State { get; private set; }

    /// <summary>Below which share it pauses.</summary>
    public double Bound => rules.PauseBelow;

    /// <summary>Takes the volume of a minute as a share of the normal one.</summary>
    public void Update(double ratio)
    {
        if (ratio < rules.PauseBelow)
        {
            State = BreakerState.Paused;
        }
        else if (ratio >= rules.PauseEnds && !rules.ByHand)
        {
            State = BreakerState.Clear;
        }
    }

    /// <summary>A person ends it.</summary>
    public void Resume() => State = BreakerState.Clear;
}
