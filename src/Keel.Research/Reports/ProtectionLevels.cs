using System.Globalization;

namespace Keel.Research.Reports;

/// <summary>How far stop and target stand from the entry, in ticks, where the profile states it as a fixed distance.</summary>
/// <param name="StopTicks">Distance of the stop; 0 without one.</param>
/// <param name="TargetTicks">Distance of the target; 0 without one.</param>
internal sealed record ProtectionLevels(int StopTicks, int TargetTicks)
{
    /// <summary>The distances of a run's settings; null when there are none, or when the stop moves while a trade is open.</summary>
    public static ProtectionLevels? Of(IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var moves = parameters.Any(setting => setting.Key.StartsWith("exits.trail", StringComparison.Ordinal));
        var levels = new ProtectionLevels(Ticks("exits.stop_ticks"), Ticks("exits.target_ticks"));
        return moves || levels is { StopTicks: 0, TargetTicks: 0 } ? null : levels;

        int Ticks(string path)
        {
            var text = parameters.FirstOrDefault(setting => setting.Key == path).Value;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : 0;
        }
    }
}
