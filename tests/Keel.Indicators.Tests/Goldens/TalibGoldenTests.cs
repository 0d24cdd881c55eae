namespace Keel.Indicators.Tests.Goldens;

/// <summary>Every indicator that TA-Lib has too agrees with it, in seeding and warm-up, in every market and for every period of the goldens.</summary>
public sealed class TalibGoldenTests
{
    [Fact]
    public void Golden_simple_averages_agree() => Agrees("TA_SMA", period => new Sma(period), 0, 1e-11);

    [Fact]
    public void Golden_exponential_averages_agree() => Agrees("TA_EMA", period => new Ema(period), 0, 1e-11);

    [Fact]
    public void Golden_averages_of_ticks_are_the_averages_of_points()
    {
        foreach (var column in TalibColumn.Of("TA_EMA"))
        {
            var values = Lines.Over(new Ema(column.Period), column.InputInTicks);
            Comparison.Agree(column.Name(), column.Expected(), Array.ConvertAll(values, value => value * column.Tick), 0, 1e-11);
        }
    }

    [Fact]
    public void Golden_middles_of_Bollinger_bands_are_simple_averages()
    {
        foreach (var column in TalibColumn.Of("TA_BBANDS"))
        {
            Comparison.Agree(column.Name(1), column.Expected(1), Lines.Over(new Sma(column.Period), column.Input), 0, 1e-11);
        }
    }

    [Fact]
    public void Golden_relative_strength_agrees() => Agrees("TA_RSI", period => new Rsi(period), 1e-12, 1e-12);

    [Fact]
    public void Golden_highest_highs_agree() => Agrees("TA_MAX", period => new Highest(period), 1e-12, 1e-12);

    [Fact]
    public void Golden_lowest_lows_agree() => Agrees("TA_MIN", period => new Lowest(period), 1e-12, 1e-12);

    [Fact]
    public void Golden_deviations_agree_as_squares()
    {
        // TA-Lib loses digits here, most of them near the root of zero: its own error is what is allowed.
        foreach (var column in TalibColumn.Of("TA_STDDEV"))
        {
            var values = Lines.Over(new StandardDeviation(column.Period), column.Input);
            Comparison.Agree(column.Name(), Squares(column.Expected()), Squares(values), Loss(column), 0);
        }

        foreach (var column in TalibColumn.Of("TA_VAR"))
        {
            var values = Lines.Over(new StandardDeviation(column.Period), column.Input);
            Comparison.Agree(column.Name(), column.Expected(), Squares(values), Loss(column), 0);
        }
    }

    [Fact]
    public void Golden_true_ranges_agree()
    {
        foreach (var column in TalibColumn.Of("TA_TRANGE"))
        {
            var range = default(TrueRange);
            var values = OverBars(
                column,
                (high, low, close) =>
                {
                    range.Update(high, low, close);
                    return range.Value;
                }
            );
            Comparison.Agree(column.Name(), column.Expected(), values, 1e-12, 1e-12);
        }
    }

    [Fact]
    public void Golden_average_true_ranges_agree()
    {
        foreach (var column in TalibColumn.Of("TA_ATR"))
        {
            var atr = new Atr(column.Period);
            var values = OverBars(
                column,
                (high, low, close) =>
                {
                    atr.Update(high, low, close);
                    return atr.Value;
                }
            );
            Assert.Equal(column.FirstRow + 1, atr.WarmUp);
            Comparison.Agree(column.Name(), column.Expected(), values, 1e-12, 1e-12);
        }
    }

    private static void Agrees<TLine>(string function, Func<int, TLine> make, double absolute, double relative)
        where TLine : struct, ILine<double>
    {
        foreach (var column in TalibColumn.Of(function))
        {
            var line = make(column.Period);
            Assert.Equal(column.FirstRow + 1, line.WarmUp);
            Comparison.Agree(column.Name(), column.Expected(), Lines.Over(line, column.Input), absolute, relative);
        }
    }

    private static double[] OverBars(TalibColumn column, Func<double, double, double, double> take)
    {
        var (highs, lows, closes) = (column.Bars("high"), column.Bars("low"), column.Bars("close"));
        return [.. Enumerable.Range(0, highs.Length).Select(row => take(highs[row], lows[row], closes[row]))];
    }

    private static double Loss(TalibColumn column)
    {
        var level = column.Input.Average();
        return 5e-14 * level * level;
    }

    private static double[] Squares(double[] values) => Array.ConvertAll(values, value => value * value);
}
