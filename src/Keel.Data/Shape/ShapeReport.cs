using System.Runtime.InteropServices;
using Keel.Data.Synthetic;
using Keel.Domain.Markets;

namespace Keel.Data.Shape;

/// <summary>A synthetic market judged by the figures of real ones: each figure, its band, what was measured.</summary>
public sealed class ShapeReport
{
    private const int MidLags = 60;

    private readonly string name;

    private ShapeReport(
        string name,
        MarketShape regular,
        MarketShape other,
        MarketShape whole,
        SecondsShape seconds,
        QuotesShape quotes
    )
    {
        this.name = name;
        (Regular, Other, Whole) = (regular, other, whole);
        var mids = MarketShape.Of(quotes.Mids, HoursColumn.Rth);
        Rows = [.. Judge(regular, other, mids, seconds, quotes)];
    }

    /// <summary>The figures of regular hours.</summary>
    public MarketShape Regular { get; }

    /// <summary>The figures of all other hours.</summary>
    public MarketShape Other { get; }

    /// <summary>The figures of whole days.</summary>
    public MarketShape Whole { get; }

    /// <summary>Every figure that has a band.</summary>
    public IReadOnlyList<ShapeRow> Rows { get; }

    /// <summary>Whether all figures lie in their bands.</summary>
    public bool AllInside => Rows.All(row => row.Inside);

    /// <summary>Walks all days of a market and measures it.</summary>
    public static ShapeReport Of(SyntheticMarket market)
    {
        var minutes = new List<Bar>();
        var seconds = new SecondsShape();
        var quotes = new QuotesShape();
        var changes = new List<QuoteChange>();
        var buffer = Array.Empty<Bar>();
        foreach (var day in market.Days())
        {
            if (buffer.Length < day.MaxSeconds)
            {
                buffer = new Bar[day.MaxSeconds];
            }

            seconds.Add(day.Session, buffer.AsSpan(0, day.Seconds(buffer)));
            minutes.AddRange(buffer.AsSpan(0, day.Minutes(buffer)));
            changes.Clear();
            day.Quotes(changes);
            quotes.Add(day.Session, changes);
        }

        var bars = CollectionsMarshal.AsSpan(minutes);
        return new ShapeReport(
            $"synthetic {market.Instrument.Symbol}",
            MarketShape.Of(bars, HoursColumn.Rth),
            MarketShape.Of(bars, HoursColumn.Eth),
            MarketShape.Of(bars, HoursColumn.All),
            seconds,
            quotes
        );
    }

    /// <summary>Writes the rows as a table in Markdown.</summary>
    public void WriteTable(TextWriter to)
    {
        to.WriteLine("| figure | band | measured | inside |");
        to.WriteLine("| --- | --- | ---: | --- |");
        foreach (var row in Rows)
        {
            to.WriteLine($"| {row.Figure} | {row.Band} | {row.MeasuredText} | {(row.Inside ? "yes" : "**no**")} |");
        }
    }

    /// <summary>Draws the market beside two real ones; the picture reads on light and on dark pages.</summary>
    public void WriteSvg(TextWriter to) => ShapePicture.Write(to, name, Whole, Regular);

    private static IEnumerable<ShapeRow> Judge(
        MarketShape rth,
        MarketShape eth,
        MarketShape mids,
        SecondsShape seconds,
        QuotesShape quotes
    )
    {
        var error = 1 / Math.Sqrt(mids.Returns);
        var noon = rth.At("12:00");
        double Volume(string start) => (rth.At(start)?.Volume ?? double.NaN) / (noon?.Volume ?? double.NaN);
        double Range(string start) => (rth.At(start)?.RangeTicks ?? double.NaN) / (noon?.RangeTicks ?? double.NaN);

        yield return new("one minute's standard deviation, ticks", 6, 12, rth.SdTicks, "0.0");
        yield return new("mean return, in its standard errors", -2, 2, rth.MeanBp / rth.SdBp * Math.Sqrt(rth.Returns), "0.00");
        yield return new(
            $"lags of 1-{MidLags} at which the acf of mid returns is beyond three of its standard errors",
            0,
            1,
            Enumerable.Range(1, MidLags).Count(lag => Math.Abs(mids.AcfReturns(lag)) > 3 * mids.AcfError(lag)),
            "0"
        );
        foreach (var lag in (int[])[1, 2, 5, 10, 30, 60])
        {
            yield return new($"acf of mid returns, lag {lag}", -3 * error, 3 * error, mids.AcfReturns(lag), "0.000");
        }

        yield return new("acf of last-trade returns, lag 1 minute", -0.10, 0.03, rth.AcfReturns(1), "0.000");
        yield return new("acf of last-trade changes, lag 1 second", -0.30, -0.03, seconds.BounceOfSecond, "0.000");
        yield return new("acf of abs r, time of day removed, lag 1", 0.10, 0.20, rth.AcfAbsAdjusted(1), "0.000");
        yield return new("acf of abs r, time of day removed, lag 10", 0.05, 0.13, rth.AcfAbsAdjusted(10), "0.000");
        yield return new("acf of abs r, time of day removed, lag 60", 0.03, 0.10, rth.AcfAbsAdjusted(60), "0.000");
        yield return new("excess kurtosis", 2.5, 12, rth.ExcessKurtosis, "0.0");
        yield return new("excess kurtosis, time of day removed", 1.5, 5, rth.ExcessKurtosisAdjusted, "0.0");
        yield return new("excess kurtosis, ETH", 6, 30, eth.ExcessKurtosis, "0.0");
        yield return new("share beyond 3 sd, %", 0.8, 2, rth.ShareBeyond(3) * 100, "0.00");
        yield return new("variance ratio of mids over 10 minutes", 0.88, 1.12, mids.VarianceRatio(10), "0.00");
        yield return new("body / range", 0.46, 0.53, rth.BodyToRange, "0.000");
        yield return new("open equals previous close", 0.30, 0.65, rth.OpenEqualsClose, "0.00");
        yield return new("open one tick from previous close", 0.35, 0.50, rth.OpenOneTickOff, "0.00");
        yield return new("volume 09:30 over 12:00", 2.5, 4, Volume("09:30"), "0.00");
        yield return new("volume 15:30 over 12:00", 1.7, 2.5, Volume("15:30"), "0.00");
        yield return new("range 09:30 over 12:00", 1.6, 2.5, Range("09:30"), "0.00");
        yield return new("sd of log day volatility", 0.20, 0.45, rth.SdLogDayVolatility, "0.00");
        yield return new("corr(log range, log volume)", 0.65, 0.90, rth.CorrRangeVolume, "0.00");
        yield return new("acf of log volume, lag 1", 0.50, 0.85, rth.AcfLogVolume(1), "0.00");
        yield return new("acf of log volume, lag 30", 0.25, 0.65, rth.AcfLogVolume(30), "0.00");
        yield return new("minutes without a trade, RTH, %", 0, 0, rth.AbsentMinutes * 100, "0.00");
        yield return new("minutes without a trade, ETH, %", 0, 2, eth.AbsentMinutes * 100, "0.00");
        yield return new("seconds without a trade, RTH, %", 20, 60, seconds.QuietRegular * 100, "0");
        yield return new("seconds without a trade, ETH, %", 70, 90, seconds.QuietOther * 100, "0");
        yield return new("spread of one tick, % of regular time", 94, 99.9, quotes.OneTickShare * 100, "0.0");
        yield return new(
            "abs move over 30 s above 3 ticks, % of regular seconds",
            35,
            50,
            seconds.FarAfterHalfMinute * 100,
            "0.0"
        );
    }
}
