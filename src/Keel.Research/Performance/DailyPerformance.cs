using Keel.Domain;
using Keel.Trading.Ledger;

namespace Keel.Research.Performance;

/// <summary>What the trading days brought, those without a trade included: ratios of a year and the shape of the daily returns.</summary>
/// <remarks>A day's return is its net over the equity before it. Without capital it is the net itself: Sharpe and Sortino do not depend on the size of a constant base, what is a share of capital is null.</remarks>
public sealed record DailyPerformance
{
    private const double TailShare = 0.05;
    private const double Certainty = 0.95;

    /// <summary>How many trading days.</summary>
    public required int Days { get; init; }

    /// <summary>How many of them closed a trade.</summary>
    public required int TradedDays { get; init; }

    /// <summary>How many ended above zero.</summary>
    public required int ProfitableDays { get; init; }

    /// <summary>The sum of all days.</summary>
    public required Money Net { get; init; }

    /// <summary>The best day; null without days.</summary>
    public required Money? Best { get; init; }

    /// <summary>The worst day; null without days.</summary>
    public required Money? Worst { get; init; }

    /// <summary>The longest runs of winning and losing days.</summary>
    public required Streaks Streaks { get; init; }

    /// <summary>Days of the year by which ratios are annualised.</summary>
    public required int DaysPerYear { get; init; }

    /// <summary>Each day's return; empty when the account did not survive to earn them.</summary>
    public required IReadOnlyList<double> Returns { get; init; }

    /// <summary>Equity by day; null without capital.</summary>
    public required EquityPath? Path { get; init; }

    /// <summary>Moments of the returns.</summary>
    public required Moments Moments { get; init; }

    /// <summary>Annual Sharpe ratio.</summary>
    public required double? Sharpe { get; init; }

    /// <summary>Annual Sortino ratio against zero.</summary>
    public required double? Sortino { get; init; }

    /// <summary>The probability that the true Sharpe ratio is above zero.</summary>
    public required double? ProbabilisticSharpe { get; init; }

    /// <summary>How many days it takes to be 95 % sure of that.</summary>
    public required double? MinimumTrackRecord { get; init; }

    /// <summary>Best twentieth over worst twentieth of the returns.</summary>
    public required double? TailRatio { get; init; }

    /// <summary>The return below which the worst twentieth of days lies.</summary>
    public required double? ValueAtRisk { get; init; }

    /// <summary>The mean return of the worst twentieth of days.</summary>
    public required double? ExpectedShortfall { get; init; }

    /// <summary>Why ratios are missing; null when none needs an excuse.</summary>
    public required string? Missing { get; init; }

    /// <summary>Compound return of a year; null without capital, or when it was used up.</summary>
    public double? AnnualReturn => Returns.Count == 0 ? null : Path?.AnnualReturn(DaysPerYear);

    /// <summary>Annual return over the greatest drawdown by days; null without either.</summary>
    public double? Calmar => Returns.Count == 0 ? null : Path?.Calmar(DaysPerYear);

    /// <summary>Profitable days over all days; null without days.</summary>
    public double? ProfitableShare => Ratio.Of(ProfitableDays, (double)Days);

    /// <summary>The net without the best day; null without days.</summary>
    public Money? NetWithoutBest => Best is { } best ? Net - best : null;

    /// <summary>The figures of a list of days.</summary>
    public static DailyPerformance Of(IReadOnlyList<DayResult> days, Money? capital, int daysPerYear)
    {
        var tally = new DayTally(days);
        var path = EquityOf(days, capital);
        var returns = path is null ? tally.Amounts : ReturnsOf(path);
        var moments = Moments.Of(returns);
        var sorted = Quantiles.Sorted(path is null ? [] : returns);
        return new DailyPerformance
        {
            Days = days.Count,
            TradedDays = tally.Traded,
            ProfitableDays = tally.Profitable,
            Net = tally.Net,
            Best = tally.Best,
            Worst = tally.Worst,
            Streaks = tally.Streaks,
            DaysPerYear = daysPerYear,
            Returns = returns,
            Path = path,
            Moments = moments,
            Sharpe = SharpeRatio.Annual(moments, daysPerYear),
            Sortino = DownsideRisk.Sortino(returns, daysPerYear),
            ProbabilisticSharpe = SharpeRatio.Probabilistic(moments, 0),
            MinimumTrackRecord = SharpeRatio.MinimumTrackRecord(moments, 0, Certainty),
            TailRatio = Quantiles.TailRatio(sorted),
            ValueAtRisk = Quantiles.Of(sorted, TailShare),
            ExpectedShortfall = Quantiles.ExpectedShortfall(sorted, TailShare),
            Missing = Excuse(days.Count, returns.Length, moments, path),
        };
    }

    private static EquityPath? EquityOf(IReadOnlyList<DayResult> days, Money? capital)
    {
        if (capital is not { } start || start <= Money.Zero)
        {
            return null;
        }

        // Added up as money, so that two days of equal equity are equal as doubles too.
        var equity = new double[days.Count + 1];
        var sum = start;
        equity[0] = (double)start.Amount;
        for (var i = 0; i < days.Count; i++)
        {
            sum += days[i].Net;
            equity[i + 1] = (double)sum.Amount;
        }

        return EquityPath.FromEquity(equity);
    }

    private static double[] ReturnsOf(EquityPath path)
    {
        var equity = path.Equity;
        var returns = new double[path.Periods];
        for (var i = 0; i < returns.Length; i++)
        {
            if (equity[i] <= 0)
            {
                return [];
            }

            returns[i] = (equity[i + 1] - equity[i]) / equity[i];
        }

        return returns;
    }

    private static string? Excuse(int days, int returns, in Moments moments, EquityPath? path)
    {
        if (days < 2)
        {
            return "ratios by day need at least two trading days";
        }

        if (returns == 0)
        {
            return "the account was used up before the end, so later days have no return";
        }

        if (moments.SampleDeviation is null or 0)
        {
            return "all days brought the same, so there is no spread to divide by";
        }

        return path is null ? "without capital there is no return: Calmar and drawdown in per cent are missing" : null;
    }
}
