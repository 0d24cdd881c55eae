using Keel.Domain;
using Keel.Domain.Facts;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Trading.Days;

/// <summary>When a venue wants positions flat, earlier than the exchange closes: dated facts, by the venue's name in profiles.</summary>
public sealed class VenueDay
{
    private static readonly Dictionary<string, DateTimeZone> Zones = new(StringComparer.Ordinal)
    {
        ["chicago"] = TradingZones.Chicago,
        ["new_york"] = TradingZones.NewYork,
    };

    private static readonly Lazy<SortedDictionary<string, VenueDay>> Venues = new(() =>
        Read(FactTable.Embedded(typeof(VenueDay).Assembly, "venues/days.csv"))
    );

    private readonly DatedList<Times> times = new();

    private VenueDay(string name) => Name = name;

    /// <summary>The venue: <c>topstepx</c>.</summary>
    public string Name { get; }

    /// <summary>The day of a venue; null when it has no wish of its own.</summary>
    public static VenueDay? TryFind(string name) => Venues.Value.GetValueOrDefault(name);

    /// <summary>When positions have to be flat on an ordinary day; null before the first date known.</summary>
    public Timestamp? FlatByOn(LocalDate day) =>
        times.TryOn(day, out var held) ? RegularHours.At(day, held.FlatBy, held.Zone) : null;

    /// <summary>How long before an early close they have to be flat; zero before the first date known.</summary>
    public Span BeforeEarlyClose(LocalDate day) => times.TryOn(day, out var held) ? held.BeforeEarlyClose : Span.Zero;

    internal static SortedDictionary<string, VenueDay> Read(FactTable table)
    {
        var all = new SortedDictionary<string, VenueDay>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var name = row.Text("venue");
            all.TryAdd(name, new VenueDay(name));
            var margin = Span.FromMinutes(row.Whole("before_early_close"));
            var held = new Times(row.Time("flat_by"), row.Choice("zone", Zones), margin);
            all[name].times.Add(row, row.Date("valid_from"), held);
        }

        return all;
    }

    private sealed record Times(LocalTime FlatBy, DateTimeZone Zone, Span BeforeEarlyClose);
}
