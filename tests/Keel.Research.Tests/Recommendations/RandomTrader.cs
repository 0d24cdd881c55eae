using Keel.Domain;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using NodaTime;

namespace Keel.Research.Tests.Recommendations;

/// <summary>
/// Enters a random walk of whole ticks at random times of the regular hours and leaves at stop, target or day's end. Trades of a day share its
/// path and may overlap, so that they hang together as real ones do.
/// </summary>
internal sealed record RandomTrader
{
    private const int StepSeconds = 10;
    private const int Steps = 23_400 / StepSeconds;
    private static readonly LocalDate First = new(2024, 1, 2);

    public int Days { get; init; } = 120;
    public int TradesPerDay { get; init; } = 5;
    public int Stop { get; init; } = 8;
    public int Target { get; init; } = 12;
    public decimal Commission { get; init; } = 0.84m;

    /// <summary>Ticks of slippage from 15:00 on, where the market is said to be thin.</summary>
    public int LateSlippage { get; init; }

    /// <summary>How many ticks a step has in the first half hour; later it has one.</summary>
    public int OpeningStep { get; init; } = 1;

    /// <summary>Part of the trades that take the right side, by knowing the future.</summary>
    public double Insight { get; init; }

    /// <summary>Part of the trades between 12:00 and 13:00 that take the wrong side, when there is one.</summary>
    public double NoonBlindness { get; init; }

    /// <summary>Whether it only buys at noon, and elsewhere does both.</summary>
    public bool BuysAtNoon { get; init; }

    /// <summary>Size grows with the days, up to this many contracts.</summary>
    public int MostContracts { get; init; } = 1;

    /// <summary>The market that it trades, so that many strategies can meet in one; null for a market of its own.</summary>
    public ulong? Market { get; init; }

    /// <summary>Part of the days, in turns of twenty, on which it sees more than on the others.</summary>
    public double Regimes { get; init; }

    public List<ClosedTrade> Trades(ulong seed)
    {
        var random = new SplitMix64(SplitMix64.Mix(seed));
        var market = new SplitMix64(SplitMix64.Mix((Market ?? seed) ^ 0x5EED));
        var trades = new List<ClosedTrade>(Days * TradesPerDay);
        var path = new int[Steps + 1];
        var day = First;
        for (var number = 0; number < Days; number++, day = day.PlusDays(day.DayOfWeek == IsoDayOfWeek.Friday ? 3 : 1))
        {
            Walk(path, ref market);
            var open = Ledgers.NewYork(day, new LocalTime(9, 30));
            var contracts = 1 + (number * MostContracts / (Days + 1));
            var regime = number / 20 % 2 == 0 ? Regimes : -Regimes;
            for (var i = 0; i < TradesPerDay; i++)
            {
                trades.Add(Enter(path, (int)(random.Uniform() * Steps), open, contracts, regime, ref random));
            }
        }

        return trades;
    }

    private void Walk(int[] path, ref SplitMix64 random)
    {
        for (var step = 1; step <= Steps; step++)
        {
            var size = step <= 180 ? OpeningStep : 1;
            path[step] = path[step - 1] + (random.Next() >> 63 == 0 ? size : -size);
        }
    }

    private ClosedTrade Enter(int[] path, int step, Timestamp open, int contracts, double regime, ref SplitMix64 random)
    {
        var side = random.Next() >> 63 == 0 ? Side.Long : Side.Short;
        var isNoon = step * StepSeconds is >= 9_000 and < 12_600;
        var draw = random.Uniform();
        var insight = isNoon && NoonBlindness > 0 ? -NoonBlindness : Insight + regime;
        side = isNoon && BuysAtNoon ? Side.Long : side;
        var (ticks, reason) = Leave(path, step, side);
        if (draw < Math.Abs(insight) && !(isNoon && BuysAtNoon))
        {
            var (others, otherReason) = Leave(path, step, (Side)(-(int)side));
            if ((others > ticks) == (insight > 0))
            {
                (side, ticks, reason) = ((Side)(-(int)side), others, otherReason);
            }
        }
        else if (isNoon && BuysAtNoon && draw < NoonBlindness)
        {
            (ticks, reason) = (-Stop, ExitReason.Stop);
        }

        var slips = step * StepSeconds >= 19_800 ? LateSlippage * (reason == ExitReason.Target ? 1 : 2) : 0;
        return Ledgers.Trade(
            open + Span.FromSeconds(step * StepSeconds),
            side,
            ticks,
            reason,
            Commission,
            (Stop * 1.25m) + Commission,
            contracts,
            slips * 1.25m
        );
    }

    private (long Ticks, ExitReason Reason) Leave(int[] path, int step, Side side)
    {
        for (var at = step + 1; at <= Steps; at++)
        {
            var open = (int)side * (path[at] - path[step]);
            if (open <= -Stop)
            {
                return (-Stop, ExitReason.Stop);
            }

            if (open >= Target)
            {
                return (Target, ExitReason.Target);
            }
        }

        return ((int)side * (path[Steps] - path[step]), ExitReason.EndOfDay);
    }
}
