using Keel.Cli.Profiles.Keys;
using Keel.Domain.Instruments.Costs;
using NodaTime;

namespace Keel.Cli.Profiles.Checks;

/// <summary>What a contract loses at its stop, as far as a profile tells it without any data.</summary>
/// <param name="Dollars">Stop, what is set aside for slippage, and fees of both sides.</param>
/// <param name="Stop">The key that gives the stop.</param>
internal sealed record WorstCase(decimal Dollars, ProfileKey Stop)
{
    private static readonly LocalDate Latest = new(2200, 1, 1);

    /// <summary>The worst case of one contract; null where it depends on the market.</summary>
    public static WorstCase? OfOne(ProfileValues values)
    {
        if (TickValue(values) is not { } tick)
        {
            return null;
        }

        var slip = values.TryGet(RiskKeys.ReserveStopTicks, out var reserved) ? reserved : Slippage(values);
        var costs = ((slip + values.Get(RiskKeys.ReserveEntryTicks)) * tick) + RoundTrip(values).GetValueOrDefault();
        return values.TryGet(ExitKeys.StopTicks, out var ticks) ? new WorstCase((ticks * tick) + costs, ExitKeys.StopTicks)
            : values.TryGet(ExitKeys.StopAmount, out var amount)
                ? new WorstCase((Math.Max(1, decimal.Ceiling(amount.Amount / tick)) * tick) + costs, ExitKeys.StopAmount)
            : null;
    }

    /// <summary>What a tick of one contract is worth in dollars; null where that depends on the price.</summary>
    public static decimal? TickValue(ProfileValues values) =>
        values.TryGet(MarketKeys.Instrument, out var symbol) && symbol.Instrument.HasFixedPointValue
            ? symbol.Instrument.TickValue
            : null;

    /// <summary>Ticks lost at a market or stop fill.</summary>
    public static int Slippage(ProfileValues values) =>
        values.Get(CostKeys.FillModel) == "optimistic" ? 0 : values.Get(CostKeys.SlippageTicks);

    /// <summary>Fees of an entry and an exit, by today's table where a table is named; null where nothing tells them.</summary>
    public static decimal? RoundTrip(ProfileValues values)
    {
        if (values.TryGet(CostKeys.PerSide, out var perSide))
        {
            return 2 * perSide.Amount;
        }

        var name =
            values.TryGet(CostKeys.Preset, out var preset) ? preset
            : values.TryGet(VenueKeys.Name, out var venue) ? venue
            : null;
        return
            name is not null
            && FeeSchedule.TryFind(name) is { } table
            && values.TryGet(MarketKeys.Instrument, out var symbol)
            && symbol.Instrument.Future is not null
            && table.TryFee(symbol.Instrument, Latest, out var fee, out _)
            ? 2 * fee.PerSide.Amount
            : null;
    }
}
