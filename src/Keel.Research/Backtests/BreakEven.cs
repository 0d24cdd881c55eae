namespace Keel.Research.Backtests;

/// <summary>The win rate at which a fixed stop and target earn nothing.</summary>
/// <param name="Loss">What a loser costs, in dollars, costs included.</param>
/// <param name="Win">What a winner earns, in dollars, costs taken off.</param>
public sealed record BreakEven(decimal Loss, decimal Win)
{
    /// <summary>The win rate as a fraction; 1 when even a winner earns nothing.</summary>
    public decimal WinRate => Win <= 0 ? 1 : Loss / (Loss + Win);

    /// <summary>Stop and target as amounts, and what a loser and a winner pay in fees and slippage.</summary>
    public static BreakEven Of(decimal stop, decimal target, decimal loserCosts, decimal winnerCosts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stop);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(target);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(stop + loserCosts);
        return new BreakEven(stop + loserCosts, target - winnerCosts);
    }

    /// <summary>Stop and target as amounts, when winners and losers pay the same costs.</summary>
    public static BreakEven Of(decimal stop, decimal target, decimal costs) => Of(stop, target, costs, costs);

    /// <summary>
    /// Stop and target in ticks for one contract. Entry and stop are market fills and slip by so many ticks each; the target is a limit
    /// order and does not.
    /// </summary>
    /// <param name="tickValue">What a tick is worth for one contract.</param>
    /// <param name="stopTicks">Distance of the stop.</param>
    /// <param name="targetTicks">Distance of the target.</param>
    /// <param name="roundTrip">Fees of entry and exit together.</param>
    /// <param name="slippageTicks">Slippage of each market fill.</param>
    public static BreakEven InTicks(
        decimal tickValue,
        decimal stopTicks,
        decimal targetTicks,
        decimal roundTrip,
        decimal slippageTicks
    )
    {
        var slip = slippageTicks * tickValue;
        return Of(stopTicks * tickValue, targetTicks * tickValue, roundTrip + slip + slip, roundTrip + slip);
    }

    /// <summary>What a trade brings on average at this win rate.</summary>
    public decimal ExpectancyAt(decimal winRate) => (winRate * Win) - ((1 - winRate) * Loss);

    /// <summary>Winnings over losses at this win rate, 0 when a winner earns nothing; null when nothing is lost.</summary>
    public decimal? ProfitFactorAt(decimal winRate) =>
        Win <= 0 ? 0
        : winRate >= 1 ? null
        : winRate * Win / ((1 - winRate) * Loss);

    /// <summary>The win rate that this profit factor demands; null when no win rate reaches it.</summary>
    public decimal? WinRateFor(decimal profitFactor) => Win <= 0 ? null : profitFactor * Loss / (Win + (profitFactor * Loss));
}
