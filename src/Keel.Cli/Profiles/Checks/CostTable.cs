using Keel.Cli.Profiles.Keys;
using Keel.Domain.Instruments.Costs;
using NodaTime;

namespace Keel.Cli.Profiles.Checks;

/// <summary>A named table of costs knows the instrument; whether it reaches back to the data's first day is for the run to say.</summary>
internal static class CostTable
{
    private static readonly LocalDate Latest = new(2200, 1, 1);

    /// <summary>Notes a table without a row for what is traded.</summary>
    public static void Check(ProfileValues values, ProblemList problems)
    {
        if (!values.TryGet(CostKeys.Preset, out var preset) || !values.TryGet(MarketKeys.Instrument, out var symbol))
        {
            return;
        }

        var table = FeeSchedule.Find(preset);
        var known = symbol.Instrument.Future is null
            ? table.TryRates(Latest, out _, out var reason)
            : table.TryFee(symbol.Instrument, Latest, out _, out reason);
        if (!known)
        {
            problems.Add(
                values.PlaceOf(CostKeys.Preset),
                CostKeys.Preset.Path,
                reason!,
                "take another table, or give costs.per_side"
            );
        }
    }
}
