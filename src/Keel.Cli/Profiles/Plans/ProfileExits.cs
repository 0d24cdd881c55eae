using Keel.Cli.Console;
using Keel.Cli.Profiles.Keys;
using Keel.Trading.Setup;

namespace Keel.Cli.Profiles.Plans;

/// <summary>How a profile ends its positions.</summary>
internal static class ProfileExits
{
    /// <summary>The rules; throws where there is no stop, since no position may be open without one.</summary>
    public static ExitRules Of(Profile profile)
    {
        var (stop, value) = StopOf(profile);
        var (target, aim) = TargetOf(profile);
        return new ExitRules
        {
            Stop = stop,
            StopValue = value,
            Target = target,
            TargetValue = aim,
            AtrBars = profile.Get(ExitKeys.AtrBars),
            Time = profile.Maybe(ExitKeys.Time),
            Bars = profile.Maybe(ExitKeys.TimeBars),
            TrailStart = profile.Maybe(ExitKeys.TrailStart),
            TrailStep = profile.Get(ExitKeys.TrailStep),
            Breakeven = profile.Maybe(ExitKeys.Breakeven),
            TightenShare = profile.Maybe(ExitKeys.TightenShare),
            ExitConfidence = (double?)profile.Maybe(ExitKeys.ExitConfidence),
            ReverseConfidence = (double?)profile.Maybe(ExitKeys.ReverseConfidence),
            Cooldown = profile.Maybe(ExitKeys.Cooldown) ?? default,
        };
    }

    private static (StopKind Kind, decimal Value) StopOf(Profile profile) =>
        profile.Maybe(ExitKeys.StopTicks) is { } ticks ? (StopKind.Ticks, ticks)
        : profile.Maybe(ExitKeys.StopAtr) is { } multiple ? (StopKind.Atr, multiple)
        : profile.Maybe(ExitKeys.StopPercent) is { } percent ? (StopKind.Percent, percent / 100)
        : profile.Maybe(ExitKeys.StopAmount) is { } amount ? (StopKind.Amount, amount.Amount)
        : profile.Maybe(ExitKeys.StopSwing) is { } bars ? (StopKind.Swing, bars)
        : throw new UsageException(
            $"{profile.Source} cannot be traded",
            "it has no stop, and no position may be open without one",
            "add exits: { stop_ticks: 8 }, or stop_atr, stop_percent, stop_amount, stop_swing"
        );

    private static (TargetKind Kind, decimal Value) TargetOf(Profile profile) =>
        profile.Maybe(ExitKeys.TargetTicks) is { } ticks ? (TargetKind.Ticks, ticks)
        : profile.Maybe(ExitKeys.TargetAtr) is { } multiple ? (TargetKind.Atr, multiple)
        : profile.Maybe(ExitKeys.TargetR) is { } risks ? (TargetKind.Risk, risks)
        : (TargetKind.None, 0);
}
