using System.Globalization;
using Keel.EndToEnd.Tests.Running;
using Keel.Research.Reference;

namespace Keel.EndToEnd.Tests.Backtests;

/// <summary>Command lines of <c>backtest</c>.</summary>
internal static class Backtesting
{
    /// <summary>A shipped profile.</summary>
    public static string Profile(string name) => Path.Combine(CheckoutFolder.Path, "configs", name + ".yaml");

    /// <summary>A backtest in the test's own process.</summary>
    public static KeelRun Here(string profile, params string[] more) =>
        KeelRun.Here(["backtest", "--config", Profile(profile), .. more]);

    /// <summary>The settings of a set of the reference jobs, as overrides.</summary>
    public static string[] Settings(string set)
    {
        var wanted = ReferenceParameters.Named(set);
        List<string> settings =
        [
            $"strategy.fast={wanted.Fast}",
            $"strategy.slow={wanted.Slow}",
            $"exits.stop_ticks={wanted.Stop}",
            $"exits.target_ticks={wanted.Target}",
            $"fills.slippage_ticks={wanted.Slip}",
            $"costs.per_side={Dollars(wanted.FeeCents)}",
            $"session.no_entry={Time(wanted.NoEntry)}",
            $"session.flat={Time(wanted.Flat)}",
        ];
        if (wanted.Risk is { } risk)
        {
            settings.Add($"risk.daily_loss={Dollars(risk.DayLimitCents)}");
        }

        return [.. settings.SelectMany(setting => new[] { "--set", setting })];
    }

    /// <summary>The profile that a set belongs to.</summary>
    public static string ProfileOf(string set) =>
        ReferenceParameters.Named(set).Risk is null ? "reference-job-1" : "reference-job-2";

    private static string Dollars(int cents) => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Time(int second) => TimeSpan.FromSeconds(second).ToString("c", CultureInfo.InvariantCulture);
}
