namespace Keel.Research.Backtests;

/// <summary>The win rate at which a fixed stop and target earn nothing.</summary>
/// <param name="Loss">What a loser costs, in dollars, costs included.</param>
/// <param name="Win">What a winner earns, in dollars, costs taken off.</param>
public sealed record BreakEven(decimal Loss, decimal Win)
{
    /// <summary>The win rate as a fraction; 1 when even a winner earns nothing.</summary>
    public decimal WinRate => Win <= 0 ? 1 : Loss / (Loss + Win);
}
