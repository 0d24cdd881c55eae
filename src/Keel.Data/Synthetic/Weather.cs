using Keel.Domain;

namespace Keel.Data.Synthetic;

/// <summary>The slow side of the market, moved once a minute: volatility on several time scales, activity, pressure, trend.</summary>
internal static class Weather
{
    // Standard deviations and memories of the parts of log-volatility. Days, hours, tens of minutes and minutes together decay
    // like a power, as real markets do, instead of like any one of them.
    private const double DaySd = 0.21;
    private const double DayMemory = 0.65;
    private static readonly Part Slow = new(0.15, 1 - (1.0 / 200));
    private static readonly Part Medium = new(0.15, 1 - (1.0 / 20));
    private static readonly Part Fast = new(0.20, 1 - (1.0 / 2.5));
    private static readonly Part Activity = new(0.16, 1 - (1.0 / 40));
    private static readonly Part Pressure = new(1, 1 - (1.0 / 15));
    private static readonly Part Trend = new(1, 1 - (1.0 / 90));
    private const double UnrestMemory = 1 - (1.0 / 8);
    private const double LargestUnrest = 0.7;
    private const double UnrestPerJump = 0.10;
    private const double VolumePerVolatility = 1.45;
    private const double VolumeNoise = 0.15;

    // What the models add: the trend's share of a minute's standard deviation, and the pull of the anchor.
    private const double TrendShare = 0.12;
    private const double AnchorMemory = 1 - (1.0 / 240);
    private const double AnchorPull = 0.02;

    /// <summary>The state before the first session.</summary>
    public static MarketState Begin(double price, ref SplitMix64 dice) =>
        new()
        {
            Price = price,
            Anchor = price,
            DayLevel = DaySd * dice.Normal(),
            Slow = Slow.Sd * dice.Normal(),
            Medium = Medium.Sd * dice.Normal(),
            Fast = Fast.Sd * dice.Normal(),
            Activity = Activity.Sd * dice.Normal(),
            Pressure = dice.Normal(),
            Trend = dice.Normal(),
        };

    /// <summary>A new day: its level of volatility follows the last one's, and the price has moved while nobody traded.</summary>
    public static void BeginDay(ref MarketState state, MarketCharacter character, long openTime, ref SplitMix64 dice)
    {
        var level = dice.Normal();
        var gap = dice.Normal();
        var fat = 0.5 + (0.5 * ExponentialTable.At(dice.Next()));
        if (state.LastClose == 0)
        {
            return;
        }

        state.DayLevel = (DayMemory * state.DayLevel) + (DaySd * Math.Sqrt(1 - (DayMemory * DayMemory)) * level);
        var hours = Math.Max(0, openTime - state.LastClose) / (3600.0 * Timestamp.NanosecondsPerSecond);
        var move = character.GapVolatility * 1e-4 * Math.Sqrt(hours) * fat * gap * state.Price;
        state.Price += move;
        state.Anchor += move;
    }

    /// <summary>The next minute's conditions; the state moves on by a minute.</summary>
    public static MinuteConditions Next(
        ref MarketState state,
        MarketCharacter character,
        MarketModel model,
        int minuteOfDay,
        double dampVolatility,
        double edge,
        ref SplitMix64 dice
    )
    {
        Slow.Move(ref state.Slow, ref dice);
        Medium.Move(ref state.Medium, ref dice);
        Fast.Move(ref state.Fast, ref dice);
        Activity.Move(ref state.Activity, ref dice);
        Pressure.Move(ref state.Pressure, ref dice);
        Trend.Move(ref state.Trend, ref dice);
        var noise = VolumeNoise * dice.Normal();
        state.Unrest *= UnrestMemory;

        var still = model.Kind == MarketKind.RandomWalk;
        var mood = still ? 0 : state.DayLevel + state.Slow + state.Medium + state.Fast + state.Unrest;
        var shape = still ? 1.3 : character.Shape.Volatility(minuteOfDay);
        var ticks = character.NoonVolatility * 1e-4 * state.Price * shape * dampVolatility * Portable.Exp(mood);

        var relativeVolume =
            character.Shape.Volume(minuteOfDay)
            * dampVolatility
            * Portable.Exp((VolumePerVolatility * mood) + state.Activity + noise);
        state.Anchor = (AnchorMemory * state.Anchor) + ((1 - AnchorMemory) * state.Price);
        var drift = model.Kind switch
        {
            MarketKind.Momentum => TrendShare * state.Trend * ticks,
            MarketKind.Reversion => AnchorPull * (state.Anchor - state.Price),
            MarketKind.Planted => edge * ticks,
            MarketKind.RandomWalk or MarketKind.Clustered => 0,
        };
        return new MinuteConditions(
            ticks,
            character.NoonLots * relativeVolume,
            relativeVolume * character.Activity,
            (minuteOfDay is >= 570 and < 960 ? 0.010 : 0.025) * Portable.Exp(mood),
            drift
        );
    }

    /// <summary>A jump stirs the market up for some minutes: the more so, the larger it is against the usual minute.</summary>
    public static void Stir(ref MarketState state, double jumpTicks, double minuteTicks) =>
        state.Unrest = Math.Min(LargestUnrest, state.Unrest + (UnrestPerJump * Math.Abs(jumpTicks) / minuteTicks));

    /// <summary>One part of a slow quantity: it forgets a share each minute and is renewed to keep its spread.</summary>
    private sealed record Part(double Sd, double Memory)
    {
        private readonly double renewal = Sd * Math.Sqrt(1 - (Memory * Memory));

        public void Move(ref double value, ref SplitMix64 dice) => value = (Memory * value) + (renewal * dice.Normal());
    }
}
