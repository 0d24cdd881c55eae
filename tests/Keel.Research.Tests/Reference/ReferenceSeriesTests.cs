using System.Text;
using Keel.Data.TimeSeries;
using Keel.Domain.Markets;
using Keel.Research.Reference;

namespace Keel.Research.Tests.Reference;

public sealed class ReferenceSeriesTests
{
    public static TheoryData<ulong, int> Keys => [.. ReferenceTable.Series.Select(row => (row.Seed, row.Bars))];

    [Fact]
    public void The_first_six_bars_are_those_of_the_recipe()
    {
        const string expected = """
            1704205800000000000 20026 20027 20025 20026 109
            1704205802000000000 20025 20026 20023 20024 54
            1704205803000000000 20024 20026 20024 20024 61
            1704205804000000000 20024 20026 20024 20025 62
            1704205805000000000 20025 20027 20023 20026 80
            1704205806000000000 20026 20027 20024 20025 94
            """;

        var lines = ReferenceSeries
            .Generate(1, 6)
            .ToBars()
            .Select(bar =>
                $"{bar.OpenTime.UnixNanoseconds} {bar.Open.InTicks} {bar.High.InTicks} {bar.Low.InTicks} {bar.Close.InTicks} {bar.Volume.Lots}"
            );

        Assert.Equal(expected, string.Join('\n', lines));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_series_has_the_facts_that_other_programs_found(ulong seed, int bars)
    {
        ReferenceData.SkipIfLong(bars);
        using var reader = new ReferenceReader(seed, bars);

        Assert.Equal(
            ReferenceTable.Series.Single(row => row.Seed == seed && row.Bars == bars).Expected,
            ReferenceFacts.Of(reader)
        );
    }

    [Fact]
    public void The_long_series_has_the_facts_that_other_programs_found()
    {
        var expected = ReferenceTable.LongSeries;
        ReferenceData.SkipIfLong(expected.Bars);
        using var reader = new ReferenceReader(1, expected.Bars);

        var facts = ReferenceFacts.Of(reader);

        Assert.Equal(expected, ((int)facts.Bars, facts.Sessions, facts.Last, facts.LastClose, facts.Volume, facts.Checksum));
    }

    [Fact]
    public void Stream_columns_and_bars_in_memory_are_the_same()
    {
        var series = ReferenceData.Series(1, 100_000);
        using var stream = new ReferenceReader(1, 100_000);
        using var memory = BarReader.Over(series.ToBars());

        Assert.Equal(ReferenceFacts.Of(stream), ReferenceFacts.Of(memory));
    }

    [Fact]
    public void Every_bar_is_one_that_the_checked_constructor_takes()
    {
        foreach (var bar in ReferenceData.Series(2, 100_000).ToBars())
        {
            Assert.Equal(bar, new Bar(bar.OpenTime, bar.Open, bar.High, bar.Low, bar.Close, bar.Volume));
        }
    }

    [Fact]
    public void A_shorter_series_is_the_beginning_of_a_longer_one()
    {
        var longer = ReferenceData.Series(1, 1_000_000);
        using var reader = BarReader.Over(longer.ToBars());

        var cut = ReferenceSeries.From(reader, 100_000);
        using var cutReader = BarReader.Over(cut.ToBars());

        Assert.Equal(ReferenceTable.Series[0].Expected, ReferenceFacts.Of(cutReader));
    }

    [Fact]
    public void A_reader_with_too_few_bars_is_refused()
    {
        using var reader = new ReferenceReader(1, 99);

        Assert.Contains("99 bars, not 100", Assert.Throws<ArgumentException>(() => ReferenceSeries.From(reader, 100)).Message);
    }

    [Theory]
    [InlineData(2024, 3, 8, 5)]
    [InlineData(2024, 3, 11, 4)]
    [InlineData(2024, 11, 1, 4)]
    [InlineData(2024, 11, 4, 5)]
    [InlineData(2025, 3, 10, 4)]
    [InlineData(2026, 11, 2, 5)]
    public void New_York_changes_its_clock_in_March_and_November(int year, int month, int day, int hoursBehind)
    {
        var midnight = ReferenceSessions.Midnight(new DateOnly(year, month, day));

        Assert.Equal(new DateTimeOffset(year, month, day, hoursBehind, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), midnight);
        Assert.Equal(midnight, ReferenceSessions.MidnightBefore(midnight + ReferenceSessions.FirstSecond));
        Assert.Equal(midnight, ReferenceSessions.MidnightBefore(midnight + ReferenceSessions.LastSecond));
    }

    [Fact]
    public void Weekends_holidays_and_early_closes_have_no_session()
    {
        Assert.Equal(new DateOnly(2024, 1, 2), ReferenceSessions.After(ReferenceSessions.Eve));
        Assert.Equal(new DateOnly(2024, 1, 16), ReferenceSessions.After(new DateOnly(2024, 1, 12)));
        Assert.Equal(new DateOnly(2024, 12, 2), ReferenceSessions.After(new DateOnly(2024, 11, 27)));
        Assert.Equal(new DateOnly(2026, 1, 1), ReferenceSessions.After(new DateOnly(2025, 12, 31)));
    }

    [Fact]
    public void The_text_has_nanoseconds_and_points_with_two_decimals()
    {
        using var text = new MemoryStream();
        using var reader = new ReferenceReader(1, 3);

        Assert.Equal(3, ReferenceCsv.Write(reader, text));

        Assert.Equal(
            """
            timestamp,open,high,low,close,volume
            1704205800000000000,5006.50,5006.75,5006.25,5006.50,109
            1704205802000000000,5006.25,5006.50,5005.75,5006.00,54
            1704205803000000000,5006.00,5006.50,5006.00,5006.00,61

            """,
            Encoding.ASCII.GetString(text.ToArray())
        );
    }

    [Fact]
    public void Text_of_many_bars_is_written_whole()
    {
        using var text = new MemoryStream();
        using var reader = new ReferenceReader(1, 100_000);

        ReferenceCsv.Write(reader, text);

        var lines = Encoding.ASCII.GetString(text.ToArray()).Split('\n');
        Assert.Equal(100_002, lines.Length);
        Assert.All(lines[..^1], line => Assert.Equal(5, line.Count(letter => letter == ',')));
        Assert.StartsWith("1704735930000000000,", lines[^2], StringComparison.Ordinal);
    }
}
