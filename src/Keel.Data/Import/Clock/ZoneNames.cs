using System.Globalization;
using NodaTime;

namespace Keel.Data.Import.Clock;

/// <summary>The time zones that a file is tried in, and the names that users may give for one.</summary>
internal static class ZoneNames
{
    private static readonly Dictionary<string, string> Short = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ny"] = "America/New_York",
        ["new_york"] = "America/New_York",
        ["eastern"] = "America/New_York",
        ["et"] = "America/New_York",
        ["chicago"] = "America/Chicago",
        ["central"] = "America/Chicago",
        ["ct"] = "America/Chicago",
        ["london"] = "Europe/London",
        ["berlin"] = "Europe/Berlin",
        ["z"] = "UTC",
        ["gmt"] = "UTC",
        ["etc/utc"] = "UTC",
    };

    /// <summary>Named zones first, so that of two that agree on every instant of a file the likelier one is named.</summary>
    public static IReadOnlyList<(string Name, DateTimeZone Zone)> Candidates { get; } = Build();

    /// <summary>The zone of a name or an offset such as <c>UTC-05</c>; null when there is none.</summary>
    public static (string Name, DateTimeZone Zone)? Find(string name)
    {
        var full = Short.GetValueOrDefault(name, name);
        if (full.Equals("UTC", StringComparison.OrdinalIgnoreCase))
        {
            return ("UTC", DateTimeZone.Utc);
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(full) is { } zone)
        {
            return (full, zone);
        }

        var number = full.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) ? full[3..] : full;
        return
            number.Length is 2 or 3
            && number[0] is '+' or '-'
            && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours)
            && hours is >= -12 and <= 14
            ? Fixed(hours)
            : null;
    }

    private static List<(string, DateTimeZone)> Build()
    {
        var candidates = new List<(string, DateTimeZone)> { ("UTC", DateTimeZone.Utc) };
        foreach (var name in (ReadOnlySpan<string>)["America/New_York", "America/Chicago", "Europe/London", "Europe/Berlin"])
        {
            candidates.Add((name, DateTimeZoneProviders.Tzdb[name]));
        }

        for (var hours = -12; hours <= 14; hours++)
        {
            candidates.Add(Fixed(hours));
        }

        return candidates;
    }

    private static (string Name, DateTimeZone Zone) Fixed(int hours) =>
        ($"UTC{(hours < 0 ? "-" : "+")}{Math.Abs(hours):00}", DateTimeZone.ForOffset(Offset.FromHours(hours)));
}
