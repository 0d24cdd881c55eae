using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Costs;
using NodaTime;

namespace Keel.Cli.Profiles.Drafting;

/// <summary>The stop of a new profile: as wide as the risk of a trade allows, so that the first backtest is not one row of refusals.</summary>
internal static class DraftStop
{
    /// <summary>Narrower than this a stop is hit by the bid-ask bounce; TopstepX refuses it anyway.</summary>
    public const int Narrowest = 4;

    private const int Widest = 40;
    private const int SlippageTicks = 2;
    private const decimal UnknownCosts = 3m;
    private const string CostTable = "topstepx-2026";
    private static readonly LocalDate CostDay = new(2026, 7, 1);

    /// <summary>The whole stop distance, in ticks, whose worst case (slippage in and out and costs included) one trade may lose; may be below the narrowest.</summary>
    public static int Ticks(Instrument instrument, Money perTrade)
    {
        var costs = PerSide(instrument) is { } fee ? fee.Amount * 2 : UnknownCosts;
        var ticks = decimal.Floor((perTrade.Amount - costs) / instrument.TickValue) - SlippageTicks;
        return (int)Math.Clamp(ticks, 0, Widest);
    }

    /// <summary>What a contract costs a side; null when the table does not know the instrument.</summary>
    public static Money? PerSide(Instrument instrument) =>
        FeeSchedule.Find(CostTable).TryFee(instrument, CostDay, out var fee, out _) ? fee.PerSide : null;
}
