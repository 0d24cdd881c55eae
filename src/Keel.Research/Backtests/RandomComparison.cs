using Keel.Domain;

namespace Keel.Research.Backtests;

/// <summary>What random entries made of the same exits, costs and hours.</summary>
/// <param name="Runs">How many seeds.</param>
/// <param name="NetPerTrade">Mean net of a trade in each run, in dollars.</param>
/// <param name="BetterShare">The part of the runs whose net per trade was at least the strategy's.</param>
/// <param name="Costs">Mean costs of a trade.</param>
public sealed record RandomComparison(int Runs, IReadOnlyList<double> NetPerTrade, double BetterShare, Money Costs);
