using Keel.Research.Backtests;

namespace Keel.Research.Expectations;

/// <summary>What a profile calls success, as far as stop, target and costs have a say in it.</summary>
public sealed record SuccessCriteria
{
    /// <summary>The win rate asked for, as a fraction between 0 and 1; null when none is.</summary>
    public decimal? WinRate
    {
        get;
        init =>
            field = value is null or (> 0 and < 1)
                ? value
                : throw new ArgumentOutOfRangeException(nameof(value), value, "a win rate lies between 0 and 1");
    }

    /// <summary>The profit factor asked for, above 0; null when none is.</summary>
    public decimal? ProfitFactor
    {
        get;
        init =>
            field = value is null or > 0
                ? value
                : throw new ArgumentOutOfRangeException(nameof(value), value, "a profit factor is above 0");
    }

    /// <summary>Whether the criteria can hold together with this stop, target and costs: known before any data is read.</summary>
    /// <remarks>
    /// A win rate criterion is taken at its word: a strategy that just meets it has to meet the profit factor too. Where only one of the
    /// two is given, the win rate has to be above break-even and the profit factor has to be within reach.
    /// </remarks>
    public CriteriaVerdict Check(BreakEven breakEven)
    {
        var basis =
            $"a loser costs {Figures.Dollars(breakEven.Loss)}, a winner earns {Figures.Dollars(breakEven.Win)}, "
            + $"break-even is at {Figures.Percent(breakEven.WinRate)} wins";
        if (breakEven.Win <= 0)
        {
            return CriteriaVerdict.Unreachable($"no win rate can succeed: {basis}; widen the target or lower the costs");
        }

        var needed = ProfitFactor is { } factor ? breakEven.WinRateFor(factor) : null;
        return (WinRate, ProfitFactor) switch
        {
            ({ } rate, { } asked) when rate < needed => CriteriaVerdict.Unreachable(
                $"the criteria cannot hold together: {basis}; {Figures.Percent(rate)} wins give a profit factor of "
                    + $"{breakEven.ProfitFactorAt(rate):F2}, and {asked:0.0#} needs {Figures.Percent(needed.Value)}"
            ),
            ({ } rate, { } asked) => CriteriaVerdict.Reachable(
                $"the criteria can hold together: {basis}; {Figures.Percent(rate)} wins give a profit factor of "
                    + $"{breakEven.ProfitFactorAt(rate):F2}, {asked:0.0#} needs {Figures.Percent(needed!.Value)}"
            ),
            ({ } rate, null) when rate <= breakEven.WinRate => CriteriaVerdict.Unreachable(
                $"{Figures.Percent(rate)} wins do not earn anything: {basis}"
            ),
            ({ } rate, null) => CriteriaVerdict.Reachable(
                $"{Figures.Percent(rate)} wins earn {Figures.Dollars(breakEven.ExpectancyAt(rate))} a trade: {basis}"
            ),
            (null, { } asked) => CriteriaVerdict.Reachable(
                $"a profit factor of {asked:0.0#} needs {Figures.Percent(needed!.Value)} wins: {basis}"
            ),
            (null, null) => CriteriaVerdict.Reachable(basis),
        };
    }
}
