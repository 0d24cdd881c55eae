using Keel.Cli.Profiles.Keys;
using Keel.Data.Events;
using Keel.Domain;
using Keel.Trading.Exchange;
using Keel.Trading.Exchange.Slippage;
using Keel.Trading.Setup;

namespace Keel.Cli.Profiles.Plans;

/// <summary>How the simulated exchange fills under a profile. Rules that watch the market are made anew for each run.</summary>
internal sealed class ProfileFills(Profile profile, IReadOnlyList<MarketEvent> events)
{
    /// <summary>The rules of one run.</summary>
    public FillRules New(FeeRule fees, Span barLength) =>
        new()
        {
            Model = profile.Get(CostKeys.FillModel) switch
            {
                "conservative" => FillModel.Conservative,
                "touch" => FillModel.Touch,
                "optimistic" => FillModel.Optimistic,
                _ => FillModel.Realistic,
            },
            Slippage = Slippage(barLength),
            Fees = fees,
            Latency = profile.Maybe(CostKeys.Latency) ?? Span.Zero,
            VolumeShare = profile.Get(CostKeys.VolumeShare),
            Protection = profile.Maybe(CostKeys.ProtectionTicks),
            LimitsOf = profile.Get(CostKeys.PriceLimits) ? profile.Instrument.Instrument : null,
        };

    private SlippageRule Slippage(Span barLength)
    {
        var usual = profile.Get(CostKeys.SlippageTicks);
        var rules = new List<SlippageRule> { SlippageRule.Fixed(usual) };
        if (profile.Maybe(CostKeys.SlippageEthTicks) is { } extended)
        {
            rules.Add(SlippageRule.BySession(ProfileHours.Of(profile).Hours, usual, extended));
        }

        if (profile.Maybe(CostKeys.SlippageHighTicks) is { } high)
        {
            rules.Add(SlippageRule.ByRange(barLength, usual, Math.Max(usual, high / 2), high));
        }

        if (profile.Maybe(CostKeys.SlippageEventTicks) is { } atEvents)
        {
            var window = profile.Get(CostKeys.EventWindow);
            rules.Add(SlippageRule.AroundEvents([.. events.Select(one => new SlippageEvent(one.At, window, atEvents))], usual));
        }

        return rules.Count == 1 ? rules[0] : SlippageRule.Largest(rules);
    }
}
