using System.Globalization;

namespace Keel.Domain.Markets;

/// <summary>How long a bar is: seconds, minutes or hours, or one trading day.</summary>
public readonly record struct BarLength
{
    private readonly int seconds;

    private BarLength(int seconds) => this.seconds = seconds;

    /// <summary>One second: the shortest bar there is.</summary>
    public static BarLength OneSecond => new(1);

    /// <summary>One minute.</summary>
    public static BarLength OneMinute => new(60);

    /// <summary>One trading day, from session open to session close, whatever its length.</summary>
    public static BarLength TradingDay => new(-1);

    /// <summary>Whether it was never set.</summary>
    public bool IsNone => seconds == 0;

    /// <summary>Whether the bar covers a trading day instead of a fixed time.</summary>
    public bool IsTradingDay => seconds == -1;

    /// <summary>The fixed length; throws for a trading day, which has none, and for a length never set.</summary>
    public Span Length =>
        seconds > 0 ? Span.FromSeconds(seconds) : throw new InvalidOperationException($"a bar of '{this}' has no fixed length");

    /// <summary>A bar of so many seconds, at most a day's worth.</summary>
    public static BarLength FromSeconds(int seconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, 86_400);
        return new BarLength(seconds);
    }

    /// <summary>Reads <c>1s</c>, <c>5m</c>, <c>4h</c>, <c>1d</c>; false when it is anything else.</summary>
    public static bool TryParse(string text, out BarLength length)
    {
        length = default;
        if (
            text.Length < 2
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count < 1
        )
        {
            return false;
        }

        var unit = text[^1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86_400,
            _ => 0,
        };
        if (unit == 86_400)
        {
            length = count == 1 ? TradingDay : default;
            return count == 1;
        }

        if (unit == 0 || (long)count * unit > 86_400)
        {
            return false;
        }

        length = new BarLength(count * unit);
        return true;
    }

    /// <summary>Reads <c>1s</c>, <c>5m</c>, <c>4h</c>, <c>1d</c>; throws when it is anything else.</summary>
    public static BarLength Parse(string text) =>
        TryParse(text, out var length)
            ? length
            : throw new FormatException($"'{text}' is not a bar length: write 1s, 5m, 4h or 1d");

    /// <summary>The way it is written in profiles: <c>5m</c>.</summary>
    public override string ToString() =>
        seconds switch
        {
            -1 => "1d",
            0 => "none",
            _ when seconds % 3600 == 0 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}h"),
            _ when seconds % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}m"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{seconds}s"),
        };
}
