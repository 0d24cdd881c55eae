using Keel.Cli.Console;
using Keel.Cli.Profiles.Keys;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Costs;
using Keel.Trading.Setup;
using NodaTime;

namespace Keel.Cli.Profiles.Plans;

/// <summary>What fills cost under a profile: a figure, a named table by date, or the venue's table.</summary>
internal static class ProfileFees
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>The rule; throws where the profile names neither a figure nor a table.</summary>
    public static FeeRule Of(Profile profile, Instrument instrument)
    {
        if (profile.Maybe(CostKeys.PerSide) is { } perSide)
        {
            return FeeRule.PerSide(perSide);
        }

        var name =
            profile.TryGet(CostKeys.Preset, out var preset) ? preset
            : profile.TryGet(VenueKeys.Name, out var venue) ? venue
            : null;
        if (name is null || FeeSchedule.TryFind(name) is not { } schedule)
        {
            throw new UsageException(
                $"{profile.Source} has no costs",
                name is null ? "neither costs.per_side nor costs.preset is given, and no venue" : $"no fees of {name} are known",
                "add costs: { per_side: 0.42 }, or a preset such as topstepx-2026; 0 is a figure too"
            );
        }

        return new DatedFees(schedule, instrument);
    }

    private sealed class DatedFees(FeeSchedule schedule, Instrument instrument) : FeeRule
    {
        private int day = int.MinValue;
        private long perContract;
        private decimal maker;
        private decimal taker;

        public override bool DependsOnPrice => instrument.Future is null;

        public override long Of(int day, long price, int lots, bool rested)
        {
            if (day != this.day)
            {
                Look(day);
            }

            if (!DependsOnPrice)
            {
                return perContract * lots;
            }

            var value = Math.Abs(instrument.Grid.ToPoints(new Price(price)) * instrument.PointValue * lots);
            return Money.From(decimal.Round(value * (rested ? maker : taker), 8)).Units;
        }

        private void Look(int on)
        {
            var date = Epoch.PlusDays(on);
            if (instrument.Future is null)
            {
                if (!schedule.TryRates(date, out var rates, out var missing))
                {
                    throw new UsageException("the costs are not known", missing, "give costs.per_side, or another preset");
                }

                (maker, taker) = (rates.Maker, rates.Taker);
            }
            else
            {
                if (!schedule.TryFee(instrument, date, out var fee, out var missing))
                {
                    throw new UsageException(
                        "the costs are not known",
                        missing,
                        "give costs.per_side, or a preset that holds on every date"
                    );
                }

                perContract = fee.PerSide.Units;
            }

            day = on;
        }
    }
}
