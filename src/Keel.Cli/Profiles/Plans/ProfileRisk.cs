using Keel.Cli.Profiles.Keys;
using Keel.Data.Events;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Trading.Conditions;
using Keel.Trading.Risk;
using Keel.Trading.Setup;

namespace Keel.Cli.Profiles.Plans;

/// <summary>The risk account of a profile: its limits, what is set aside, and the controls that entries pass.</summary>
internal sealed class ProfileRisk(Profile profile, Instrument instrument, IReadOnlyList<MarketEvent> events)
{
    // What brokers of micro futures were seen to ask for during the day (unverified); a profile names its own with intraday_margin.
    private const decimal UsualIntradayShare = 0.10m;

    /// <summary>The limits; with risk off there are none but the invariants.</summary>
    public RiskLimits Limits()
    {
        if (profile.RiskIsOff)
        {
            return new RiskLimits { Capital = Money.Zero };
        }

        return new RiskLimits
        {
            Capital = profile.TryGet(RiskKeys.Capital, out var capital) ? capital : Money.Zero,
            PerTrade = profile.Maybe(RiskKeys.PerTrade),
            DailyLoss = profile.Maybe(RiskKeys.DailyLoss),
            DailyDrawdown = profile.Maybe(RiskKeys.DailyDrawdown),
            WeeklyLoss = profile.Maybe(RiskKeys.WeeklyLoss),
            AccountDrawdown = profile.Maybe(RiskKeys.AccountDrawdown),
            Kill = profile.Maybe(RiskKeys.Kill),
            Floor = profile.Maybe(RiskKeys.Floor),
            Heat = profile.Maybe(RiskKeys.Heat),
            GiveBackFrom = profile.Maybe(RiskKeys.GiveBackFrom),
            Streaks = profile.TryGet(RiskKeys.Streaks, out var streaks)
                ? [.. streaks.Select(step => new StreakPause(step.From, step.To))]
                : [],
            LossesPerDay = profile.Maybe(RiskKeys.LossesPerDay),
            TradesPerDay = profile.Maybe(RiskKeys.TradesPerDay),
            EntriesPerMinute = profile.Maybe(RiskKeys.EntriesPerMinute),
            Leverage = profile.Maybe(RiskKeys.Leverage),
            MaxOrder = profile.Maybe(RiskKeys.MaxOrder),
            MaxPosition = profile.Maybe(RiskKeys.MaxPosition),
            StopDistance = StopDistance(),
            Repeats = profile.Get(RiskKeys.Repeats) ? new RepeatRules() : null,
            PriceLimits = profile.Get(RiskKeys.PriceLimits) ? new PriceLimitDistance() : null,
            News = profile.Get(RiskKeys.News) ? NewsRules.Usual : null,
            Breakers = Breakers(),
            Margin = Margin(),
        };
    }

    /// <summary>What is set aside for slippage and gaps.</summary>
    public Reserve Reserve(int slippage) =>
        new(
            profile.Get(RiskKeys.ReserveEntryTicks),
            profile.Maybe(RiskKeys.ReserveStopTicks) ?? slippage,
            profile.Get(RiskKeys.GapTicks)
        );

    /// <summary>The controls of a run; each run has its own, since some of them remember.</summary>
    public IReadOnlyList<EntryControl> Controls(
        RiskLimits limits,
        RiskAccount account,
        Reserve reserve,
        Span barLength,
        Span cooldown
    )
    {
        var watches = limits.Breakers is not null || limits.PriceLimits is not null || limits.Collar is not null;
        return EntryControls.Of(
            limits,
            account,
            new EntryFacts
            {
                Instrument = instrument,
                Reserve = reserve,
                Size = ProfileSizes.Of(profile),
                Cooldown = cooldown,
                Releases = [.. events.Select(one => one.At.UnixNanoseconds)],
                Conditions = watches ? new MarketConditions(barLength, limits.Breakers) : null,
            }
        );
    }

    private StopRange? StopDistance()
    {
        var (least, most) = (profile.Maybe(RiskKeys.StopLeastTicks), profile.Maybe(RiskKeys.StopMostTicks));
        return least is null && most is null ? null : new StopRange(least ?? 1, most ?? int.MaxValue);
    }

    private BreakerRules? Breakers()
    {
        var (half, pause) = (profile.Maybe(RiskKeys.VolatilityHalf), profile.Maybe(RiskKeys.VolatilityPause));
        var (volume, spread) = (profile.Maybe(RiskKeys.VolumeShare), profile.Maybe(RiskKeys.SpreadTicks));
        if (half is null && pause is null && volume is null && spread is null)
        {
            return null;
        }

        return new BreakerRules
        {
            Volatility = half is null && pause is null ? null : Volatility((double?)half, (double?)pause),
            Volume = volume is { } share ? new VolumeRules((double)share, 2 * (double)share) : null,
            Spread = spread is { } widest ? SpreadRules.Usual with { Widest = widest } : null,
        };
    }

    // A breaker ends a little below where it began, or it would flap.
    private static VolatilityRules Volatility(double? half, double? pause)
    {
        var (halfAt, pauseAt) = (half ?? pause!.Value, pause ?? double.MaxValue);
        return new VolatilityRules(halfAt, pauseAt, halfAt * 0.85, pauseAt * 0.8);
    }

    private MarginRules? Margin()
    {
        var isAskedFor = profile.Get(MarketKeys.Margin) && profile.Has(RiskKeys.Capital) && instrument.Future is not null;
        var venueHasNone = profile.TryGet(VenueKeys.Name, out var venue) && venue == "topstepx";
        return isAskedFor && !venueHasNone
            ? new MarginRules
            {
                Intraday = profile.Maybe(MarketKeys.IntradayMargin),
                IntradayShare = UsualIntradayShare,
                HoldsOvernight = profile.Get(SessionKeys.Overnight),
                TakesEstimates = true,
            }
            : null;
    }
}
