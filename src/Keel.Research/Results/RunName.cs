using System.Globalization;
using Keel.Research.Backtests;
using NodaTime.Text;

namespace Keel.Research.Results;

/// <summary>How a run is called: <c>2026-01-05_101530_ema-cross_MES</c>, the time in UTC.</summary>
public static class RunName
{
    private static readonly InstantPattern Time = InstantPattern.Create("uuuu'-'MM'-'dd'_'HHmmss", CultureInfo.InvariantCulture);

    /// <summary>The name, before anything is appended to make it the only one.</summary>
    public static string Of(BacktestResult result) =>
        $"{Time.Format(result.StartedAt)}_{Plain(result.Strategy)}_{Plain(result.Instrument.Symbol)}";

    // A name is a folder: nothing in it may be read as a path.
    private static string Plain(string name) =>
        string.Create(
            name.Length,
            name,
            (into, from) =>
            {
                for (var i = 0; i < into.Length; i++)
                {
                    into[i] = char.IsAsciiLetterOrDigit(from[i]) || from[i] is '-' or '.' && i > 0 ? from[i] : '-';
                }
            }
        );
}
