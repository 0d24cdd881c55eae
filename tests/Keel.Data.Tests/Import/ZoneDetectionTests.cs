using System.Security.Cryptography;
using Keel.Data.Catalogs;
using Keel.Data.Import;
using Keel.Data.Import.Clock;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Tests.Import;

/// <summary>One market, written down by many clocks: whatever the clock and the layout, the same bytes must lie in the catalog.</summary>
public sealed class ZoneDetectionTests
{
    private static readonly (string Name, DateTimeZone Zone)[] Zones =
    [
        ("UTC", DateTimeZone.Utc),
        ("America/New_York", DateTimeZoneProviders.Tzdb["America/New_York"]),
        ("America/Chicago", DateTimeZoneProviders.Tzdb["America/Chicago"]),
        ("Europe/Berlin", DateTimeZoneProviders.Tzdb["Europe/Berlin"]),
        ("UTC-05", DateTimeZone.ForOffset(Offset.FromHours(-5))),
    ];

    private static readonly LocalDate Spring = new(2024, 3, 4);
    private static readonly LocalDate Autumn = new(2024, 10, 21);

    public static TheoryData<string, string> Periods =>
        new()
        {
            { "2024-03-04", "1m" },
            { "2024-10-21", "1m" },
            { "2024-10-21", "5m" },
            { "2024-03-04", "1h" },
            { "2024-10-21", "1h" },
        };

    [Theory]
    [MemberData(nameof(Periods))]
    public void Every_zone_and_stamp_gives_the_same_bars(string from, string length)
    {
        var seconds = (int)BarLength.Parse(length).Length.TotalSeconds;
        var bars = ThreeWeeks(Day(from), seconds);
        var reference = Reference(bars);
        var layout = 0;
        foreach (var (name, zone) in Zones)
        {
            foreach (var stamp in Enum.GetValues<Stamp>())
            {
                var style = BarText.Local[layout++ % BarText.Local.Count] with
                {
                    Zone = zone,
                    Shift = stamp == Stamp.Close ? seconds : 0,
                };
                var (report, content) = Read(style.Write(bars));
                AssertSame(reference, content, $"{name}, {stamp}, {style.Format}");
                if (length != "1h")
                {
                    // Hours that New York stamps at the open are those that Chicago stamps at the close.
                    Assert.Equal((name, stamp.ToString().ToLowerInvariant()), (report.Zone, report.Stamp));
                }
            }
        }
    }

    [Fact]
    public void Equal_bars_are_equal_bytes_in_the_catalog_whatever_they_came_from()
    {
        var bars = ThreeWeeks(Autumn, 300);
        var first = Stored((BarText.Iso with { Zone = Zones[2].Zone, Shift = 300 }).Write(bars));
        Assert.Equal(first, Stored(BarText.Instants[3].Write(bars)));
        Assert.Equal(first, Stored((BarText.Local[6] with { Zone = Zones[3].Zone }).Write(bars)));
    }

    [Fact]
    public void Every_layout_gives_the_same_bars()
    {
        var bars = ThreeWeeks(Autumn, 300);
        var reference = Reference(bars);
        foreach (var style in BarText.Local)
        {
            AssertSame(reference, Read((style with { Zone = Zones[1].Zone }).Write(bars)).Content, style.Format);
        }

        foreach (var style in BarText.Instants)
        {
            AssertSame(reference, Read(style.Write(bars)).Content, style.Format);
            AssertSame(reference, Read((style with { Shift = 300 }).Write(bars)).Content, style.Format + " at the close");
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 1)]
    public void Thin_seconds_give_the_same_bars(int zone, int shift)
    {
        var bars = Bars.Through(TradingCalendar.EquityIndex, Spring, Spring.PlusDays(14), seconds: 1, missing: 0.98);
        var style = BarText.Iso with { Zone = Zones[zone].Zone, Shift = shift };
        var (report, content) = Read(style.Write(bars), shift == 0 ? null : Stamp.Close);
        AssertSame(Reference(bars), content, style.Format);
        Assert.Equal(Zones[zone].Name, report.Zone);
    }

    [Fact]
    public void A_wrong_zone_is_refused()
    {
        var bars = ThreeWeeks(Autumn, 300);
        using var folder = new TemporaryFolder();
        foreach (var (name, zone) in Zones)
        {
            var file = folder.Write("bars.csv", (BarText.Iso with { Zone = zone }).Write(bars));
            foreach (var (wrong, _) in Zones.Where(other => other.Name != name))
            {
                var importer = new Importer(new ImportOptions { Instrument = "MES", Zone = wrong });
                var refused = Assert.Throws<DataException>(() => importer.Check(file));
                Assert.Contains(name, refused.Message, StringComparison.Ordinal);
            }

            var right = new Importer(new ImportOptions { Instrument = "MES", Zone = name });
            Assert.Equal(bars.Count, Assert.Single(right.Check(file)).Imported);
        }
    }

    [Theory]
    [InlineData(2, 0.0)]
    [InlineData(7, 0.4)]
    public void Little_and_thin_data_are_enough(int days, double missing)
    {
        foreach (var start in (LocalDate[])[Autumn, Spring.PlusDays(2)])
        {
            var bars = Bars.Through(TradingCalendar.EquityIndex, start, start.PlusDays(days), 60, missing, seed: days);
            var reference = Reference(bars);
            foreach (var (name, zone) in Zones)
            {
                foreach (var shift in (int[])[0, 60])
                {
                    var style = BarText.Iso with { Zone = zone, Shift = shift };
                    var what = $"{name}, {shift}, {days} days from {start}";
                    var asked = IsAskedOrSame(reference, style.Write(bars), what);
                    Assert.False(asked && start != Spring.PlusDays(2), what);
                }
            }
        }
    }

    [Fact]
    public void Sessions_that_lack_their_first_and_last_minutes_are_placed_in_the_right_zone()
    {
        var bars = Bars.Through(
            TradingCalendar.EquityIndex,
            Autumn,
            Autumn.PlusDays(16),
            60,
            missing: 0.5,
            hours: session => session.Hours is { } open ? new TimeRange(open.Start + Minutes(4), open.End - Minutes(7)) : null
        );
        var reference = Reference(bars);
        foreach (var (name, zone) in Zones)
        {
            AssertSame(reference, Read((BarText.Iso with { Zone = zone }).Write(bars)).Content, name);
        }
    }

    [Fact]
    public void A_change_of_the_clock_in_the_last_days_is_seen()
    {
        var bars = Bars.Through(TradingCalendar.EquityIndex, new(2023, 11, 6), new(2024, 3, 14), 1_800);
        var reference = Reference(bars);
        foreach (var (name, zone) in Zones)
        {
            AssertSame(reference, Read((BarText.Iso with { Zone = zone }).Write(bars)).Content, name);
        }
    }

    [Fact]
    public void Regular_hours_alone_are_recognised_or_asked_about()
    {
        foreach (var missing in (double[])[0, 0.05, 0.4])
        {
            var bars = Bars.Through(
                TradingCalendar.EquityIndex,
                Autumn,
                Autumn.PlusDays(21),
                300,
                missing,
                hours: session => session.RegularHours
            );
            var reference = Reference(bars);
            foreach (var (name, zone) in Zones)
            {
                foreach (var shift in (int[])[0, 300])
                {
                    var text = (BarText.Iso with { Zone = zone, Shift = shift }).Write(bars);
                    var asked = IsAskedOrSame(reference, text, $"{name}, {shift}, {missing} missing");
                    Assert.True(!asked || missing > 0, $"whole regular hours of {name} should be recognised");
                }
            }
        }
    }

    [Theory]
    [InlineData("BTC-PERP")]
    [InlineData("BTCUSDT")]
    public void A_market_that_never_closes_cannot_tell_its_zone(string instrument)
    {
        var bars = Bars.Always(Domain.Timestamp.Parse("2024-03-04T00:00:00Z"), 3_000, 60);
        using var folder = new TemporaryFolder();
        var file = folder.Write("bars.csv", BarText.Iso.Write(bars));
        var asked = Assert.Throws<DataException>(() => new Importer(new ImportOptions { Instrument = instrument }).Check(file));
        Assert.Contains("--zone", asked.Remedy, StringComparison.Ordinal);
        var told = new Importer(new ImportOptions { Instrument = instrument, Zone = "UTC" });
        Assert.Equal(bars.Count, Assert.Single(told.Check(file)).Imported);
    }

    [Fact]
    public void A_date_that_may_be_read_both_ways_is_asked_about()
    {
        var bars = Bars.Through(TradingCalendar.EquityIndex, new(2024, 3, 4), new(2024, 3, 12), 60);
        using var folder = new TemporaryFolder();
        var file = folder.Write("bars.csv", (BarText.Iso with { Format = "dd/MM/yyyy HH:mm:ss" }).Write(bars));
        var asked = Assert.Throws<DataException>(() => new Importer(new ImportOptions { Instrument = "MES" }).Check(file));
        Assert.Contains("--dates", asked.Remedy, StringComparison.Ordinal);
        var told = new Importer(new ImportOptions { Instrument = "MES", MonthFirst = false });
        Assert.Equal(bars[0].OpenTime, Assert.Single(told.Check(file)).First);
    }

    private static Domain.Span Minutes(int minutes) => Domain.Span.FromMinutes(minutes);

    private static LocalDate Day(string text) => LocalDate.FromDateOnly(DateOnly.Parse(text, null));

    private static List<Bar> ThreeWeeks(LocalDate from, int seconds) =>
        Bars.Through(TradingCalendar.EquityIndex, from, from.PlusDays(21), seconds, missing: seconds == 60 ? 0.7 : 0);

    private static string Reference(List<Bar> bars) => Read((BarText.Iso with { Format = "ns" }).Write(bars), Stamp.Open).Content;

    /// <summary>What the importer makes of a text: the report, and the hash of every month's bars.</summary>
    private static (ImportReport Report, string Content) Read(string text, Stamp? stamp = null)
    {
        using var folder = new TemporaryFolder();
        var importer = new Importer(new ImportOptions { Instrument = "MES", Stamp = stamp });
        var months = new List<string>();
        var report = Assert.Single(
            importer.Check(folder.Write("bars.csv", text), month => months.Add(PartitionFile.ContentHash(month)))
        );
        return (report, string.Join(' ', months));
    }

    /// <summary>The identity of what an import leaves in a catalog, and the hash of its files' bytes.</summary>
    private static (string Identity, string Files) Stored(string text)
    {
        using var folder = new TemporaryFolder();
        var catalog = folder.File("catalog");
        new Importer(new ImportOptions { Instrument = "MES" }).Import(folder.Write("bars.csv", text), catalog);
        var dataset = Assert.Single(Catalog.Open(catalog).Datasets);
        var bytes = dataset.Partitions.SelectMany(partition => File.ReadAllBytes(folder.File("catalog", partition.File)));
        return (dataset.Identity, Convert.ToHexString(SHA256.HashData([.. bytes])));
    }

    private static bool IsAskedOrSame(string reference, string text, string what)
    {
        try
        {
            AssertSame(reference, Read(text).Content, what);
            return false;
        }
        catch (DataException asked) when (asked.Remedy.Contains("--zone", StringComparison.Ordinal))
        {
            return true;
        }
    }

    private static void AssertSame(string reference, string content, string what) =>
        Assert.True(reference == content, $"{what}: other bars");
}
