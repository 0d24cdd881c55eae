using Keel.Domain;
using Keel.Domain.Instruments;

namespace Keel.Trading.Strategies;

/// <summary>What a strategy may know of its position and its market, and where it says what it wants.</summary>
public sealed class StrategyDesk
{
    private Intent intent;

    internal StrategyDesk(Instrument instrument) => Instrument = instrument;

    /// <summary>What is traded.</summary>
    public Instrument Instrument { get; }

    /// <summary>Lots held, negative when short; an entry under way does not count.</summary>
    public int Position { get; internal set; }

    /// <summary>Whether nothing is held and nothing is under way.</summary>
    public bool IsFlat { get; internal set; } = true;

    /// <summary>When the bar closed.</summary>
    public Timestamp Now { get; internal set; }

    /// <summary>How many bars the strategy has been shown, this one included.</summary>
    public long BarCount { get; internal set; }

    /// <summary>The trading day, in days since 1970-01-01.</summary>
    public int TradingDay { get; internal set; }

    /// <summary>Bars for which the present position has been held.</summary>
    public int BarsHeld { get; internal set; }

    /// <summary>Wants to be long. A position the other way is turned round.</summary>
    public void Long(double confidence = double.NaN, int predictedClass = -1, int stopTicks = 0, int targetTicks = 0) =>
        Say(WishKind.Long, confidence, predictedClass, stopTicks, targetTicks);

    /// <summary>Wants to be short. A position the other way is turned round.</summary>
    public void Short(double confidence = double.NaN, int predictedClass = -1, int stopTicks = 0, int targetTicks = 0) =>
        Say(WishKind.Short, confidence, predictedClass, stopTicks, targetTicks);

    /// <summary>Wants to have no position.</summary>
    public void Flat() => Say(WishKind.Flat, double.NaN, -1, 0, 0);

    internal bool HasWish => intent.Kind != WishKind.None;

    internal Intent TakeWish()
    {
        var taken = intent;
        intent.Kind = WishKind.None;
        return taken;
    }

    private void Say(WishKind kind, double confidence, int predictedClass, int stopTicks, int targetTicks)
    {
        intent.Kind = kind;
        intent.Confidence = confidence;
        intent.PredictedClass = predictedClass;
        intent.StopTicks = stopTicks;
        intent.TargetTicks = targetTicks;
    }
}
