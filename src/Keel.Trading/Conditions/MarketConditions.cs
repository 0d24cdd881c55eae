using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Ledger;

namespace Keel.Trading.Conditions;

/// <summary>What the market is like beside what is normal at this hour, and the breakers that halve sizes or pause entries when it is not (R5, L06).</summary>
public sealed class MarketConditions
{
    private readonly TradingNotices notices;
    private readonly MinuteNormals? normals;

    /// <summary>Conditions of a market whose bars have a length; without rules it only keeps book and reference prices.</summary>
    public MarketConditions(Span barLength, BreakerRules? rules = null, TradingNotices? notices = null)
    {
        this.notices = notices ?? TradingNotices.None;
        if (rules is null)
        {
            return;
        }

        Volatility = rules.Volatility is { } range ? new VolatilityBreaker(range) : null;
        Volume = rules.Volume is { } volume ? new VolumeBreaker(volume) : null;
        Spread = rules.Spread is { } spread ? new SpreadBreaker(spread) : null;
        normals = new MinuteNormals(barLength, rules.Days, rules.LeastDays, rules.RangeMinutes);
    }

    /// <summary>The best bid and offer.</summary>
    public TopOfBook Book { get; } = new();

    /// <summary>The prices from which the exchange counts its limits.</summary>
    public ReferencePrices References { get; } = new();

    /// <summary>The breaker of range; null where there is none.</summary>
    public VolatilityBreaker? Volatility { get; }

    /// <summary>The breaker of volume; null where there is none.</summary>
    public VolumeBreaker? Volume { get; }

    /// <summary>The breaker of spread; null where there is none.</summary>
    public SpreadBreaker? Spread { get; }

    /// <summary>The average range of a minute, in ticks; not a number until it is known.</summary>
    public double Range => normals?.Range ?? double.NaN;

    /// <summary>The range as a multiple of what is normal at this minute; not a number until it is known.</summary>
    public double RangeRatio => normals?.RangeRatio ?? double.NaN;

    /// <summary>The last minute's volume as a share of what is normal for it; not a number until it is known.</summary>
    public double VolumeRatio => normals?.VolumeRatio ?? double.NaN;

    /// <summary>Whether a breaker asks for half size.</summary>
    public bool IsHalfSize => Volatility?.State == BreakerState.Half;

    /// <summary>Whether all that the breakers compare with is known.</summary>
    public bool IsWarm => (Volatility is null || !double.IsNaN(RangeRatio)) && (Volume is null || !double.IsNaN(VolumeRatio));

    /// <summary>A bar has closed: with its trading day, and the minute of New York's day in which it began (<see cref="NewYorkMinute"/>).</summary>
    public void Update(in Bar bar, int day, int minute)
    {
        References.Update(bar.Close.InTicks, day, minute);
        if (normals?.Update(in bar, day, minute) == true)
        {
            Judge(bar.OpenTime);
        }
    }

    /// <summary>A quote came.</summary>
    public void Update(in Quote quote)
    {
        Book.Update(in quote);
        if (Spread is { } breaker)
        {
            var (now, before) = (quote.Time.UnixNanoseconds, breaker.PausesAt(quote.Time.UnixNanoseconds));
            breaker.Update(quote.Spread.Count, now);
            if (breaker.PausesAt(now) && !before)
            {
                Tell(quote.Time, SpreadBreaker.Code, BreakerState.Paused, quote.Spread.Count, breaker.Bound);
            }
        }
    }

    /// <summary>A person ends every pause and half size; what is still out of the ordinary begins them again.</summary>
    public void Resume()
    {
        Volatility?.Resume();
        Volume?.Resume();
        Spread?.Resume();
    }

    private void Judge(Timestamp now)
    {
        if (Volatility is { } volatility)
        {
            var before = volatility.State;
            volatility.Update(RangeRatio);
            if (volatility.State != before)
            {
                Tell(now, VolatilityBreaker.Code, volatility.State, Exact(RangeRatio), Exact(volatility.Bound));
            }
        }

        if (Volume is { } volume)
        {
            var before = volume.State;
            volume.Update(VolumeRatio);
            if (volume.State != before)
            {
                Tell(now, VolumeBreaker.Code, volume.State, Exact(VolumeRatio), Exact(volume.Bound));
            }
        }
    }

    private void Tell(Timestamp at, string code, BreakerState state, decimal need, decimal bound)
    {
        var what = state switch
        {
            BreakerState.Clear => "resume",
            BreakerState.Half => "half-size",
            BreakerState.Paused => "pause",
        };
        notices.OnRisk(new RiskEvent(at, code, what, need, bound, null));
    }

    /// <summary>A ratio as results print it; a market that stood still before may be any multiple of its normal.</summary>
    internal static decimal Exact(double ratio) =>
        double.IsNaN(ratio) ? -1 : decimal.Round((decimal)Math.Clamp(ratio, -1e9, 1e9), 4);
}
