using Keel.Data.Hours;
using Keel.Data.Splits;
using Keel.Data.Synthetic;
using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Tests.Splits;

public sealed class DataSplitsTests
{
    // System B's three parts: the counts of regular five-minute bars follow from the calendar alone.
    private static readonly DataSplits SystemB = new(Days("2019-05-06..2022-12"), Days("2023"), Days("2024..2025"));

    [Theory]
    [InlineData(DataPart.Train, 71_742)]
    [InlineData(DataPart.Validation, 19_428)]
    [InlineData(DataPart.Test, 38_940)]
    public void The_parts_of_system_B_have_the_bars_that_the_calendar_gives_them(DataPart part, int expected)
    {
        var bounds = SystemB.BoundsOf(part, TradingCalendar.EquityIndex)!;
        var sessions = TradingCalendar.EquityIndex.Sessions(new LocalDate(2019, 1, 1), new LocalDate(2026, 2, 1));
        using var view = SessionView.Of(
            BarReader.Over(EveryMinute(sessions, bounds)),
            TradingCalendar.EquityIndex,
            HoursChoice.Rth,
            BarLength.Parse("5m")
        );
        var count = 0;
        while (view.Read(out var bars))
        {
            count += bars.Length;
        }

        Assert.Equal(expected, count);
    }

    [Fact]
    public void Every_bar_is_in_one_part_at_most_and_parts_meet_between_days()
    {
        var splits = new DataSplits(Days("2023-11-20..2023-11-22"), Days("2023-11-24"), Days("2023-11-27..2023-11-29"));
        var calendar = TradingCalendar.EquityIndex;
        var market = new SyntheticMarket(
            InstrumentTable.Find("MES"),
            calendar.Sessions(new LocalDate(2023, 11, 16), new LocalDate(2023, 12, 2)),
            5,
            MarketModel.Clustered
        );
        using var bars = new SyntheticBars(market, BarLength.OneMinute);
        foreach (var bar in BarSeries.From(bars))
        {
            var inside = Enum.GetValues<DataPart>()
                .Where(part => splits.BoundsOf(part, calendar)!.Contains(bar.OpenTime))
                .ToList();
            var expected = splits.PartOf(calendar.TradingDayAt(bar.OpenTime)!.Value);

            Assert.Equal(expected is null ? [] : [expected.Value], inside);
        }
    }

    [Fact]
    public void Sunday_evening_goes_with_Monday()
    {
        var splits = new DataSplits(Days("2023-11-13..2023-11-17"), Days("2023-11-20"), null);
        var sundayEvening = Timestamp.Parse("2023-11-19T23:00:00Z");

        Assert.False(splits.BoundsOf(DataPart.Train, TradingCalendar.EquityIndex)!.Contains(sundayEvening));
        Assert.Equal(sundayEvening, splits.BoundsOf(DataPart.Validation, TradingCalendar.EquityIndex)!.Start);
    }

    [Fact]
    public void Parts_that_overlap_or_stand_in_the_wrong_order_are_refused()
    {
        Assert.Throws<DataException>(() => new DataSplits(Days("2022..2023"), Days("2023"), null));
        Assert.Throws<DataException>(() => new DataSplits(Days("2024"), null, Days("2023")));
    }

    private static DayRange Days(string text) => DayRange.TryParse(text, out var days) ? days : throw new FormatException(text);

    private static BarSeries EveryMinute(IEnumerable<TradingSession> sessions, TimeRange bounds)
    {
        var series = new BarSeries();
        foreach (var hours in sessions.Select(session => session.Hours).OfType<TimeRange>())
        {
            for (var time = hours.Start; time < hours.End; time += Domain.Span.FromMinutes(1))
            {
                if (bounds.Contains(time))
                {
                    series.Add(new Bar(time, new Price(4), new Price(4), new Price(4), new Price(4), new Quantity(1)));
                }
            }
        }

        return series;
    }
}
