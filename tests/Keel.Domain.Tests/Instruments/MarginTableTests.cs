using System.Globalization;
using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Margins;
using NodaTime;
using NodaTime.Text;

namespace Keel.Domain.Tests.Instruments;

public sealed class MarginTableTests
{
    [Theory]
    [InlineData("MES", "2019-05-03", 693, 630)]
    [InlineData("MES", "2020-03-18", 1166, 1060)]
    [InlineData("MES", "2020-03-19", 1320, 1200)]
    [InlineData("MES", "2020-12-10", 1320, 1200)]
    [InlineData("MES", "2022-01-21", 1188, 1080)]
    [InlineData("MCL", "2022-02-07", 748, 680)]
    [InlineData("CL", "2020-04-20", 8250, 7500)]
    [InlineData("RTY", "2017-07-07", 2750, 2500)]
    public void A_known_margin_holds_from_its_date(string symbol, string day, int initial, int maintenance)
    {
        var known = Assert.IsType<MarginAnswer.Known>(MarginTable.On(InstrumentTable.Find(symbol), Date(day)));
        Assert.Equal(Money.From(initial), known.Initial);
        Assert.Equal(Money.From(maintenance), known.Maintenance);
    }

    [Theory]
    [InlineData("MES", "2022-01-22", "exchange margins of MES are known to 2022-01-21, not for 2022-01-22")]
    [InlineData("MES", "2019-05-02", "exchange margins of MES begin on 2019-05-03, after 2019-05-02")]
    [InlineData("BTC-USD", "2021-01-04", "no exchange margin of dYdX:BTC-USD is known")]
    public void Outside_the_table_the_answer_says_that_it_knows_nothing(string symbol, string day, string why) =>
        Assert.Equal(new MarginAnswer.Unknown(why), MarginTable.On(InstrumentTable.Find(symbol), Date(day)));

    [Fact]
    public void An_estimate_says_that_it_is_one()
    {
        var mes = InstrumentTable.Find("MES");
        var estimate = Assert.IsType<MarginAnswer.Estimated>(
            MarginTable.OnOrEstimate(mes, new LocalDate(2025, 6, 2), mes.Grid.ToPrice(5_900.25m))
        );
        Assert.Equal(Money.From(2361), estimate.Initial); // 8 % of 29,501.25 is 2,360.10
        Assert.Equal(Money.From(2146), estimate.Maintenance);
        Assert.Contains("known to 2022-01-21", estimate.Reason, StringComparison.Ordinal);
        Assert.Contains("8% of the contract's value", estimate.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_known_margin_is_never_replaced_by_an_estimate() =>
        Assert.IsType<MarginAnswer.Known>(
            MarginTable.OnOrEstimate(InstrumentTable.Find("MES"), new LocalDate(2021, 6, 2), new Price(16_000))
        );

    [Fact]
    public void A_price_that_is_not_above_zero_gives_no_estimate() =>
        Assert.IsType<MarginAnswer.Unknown>(
            MarginTable.OnOrEstimate(InstrumentTable.Find("CL"), new LocalDate(2026, 4, 20), new Price(-3763))
        );

    [Fact]
    public void Every_future_has_margins_and_a_last_known_day()
    {
        foreach (var future in InstrumentTable.All.Where(each => each.Future is not null))
        {
            Assert.Equal(2022, MarginTable.LastKnownDay(future)!.Value.Year);
            Assert.IsType<MarginAnswer.Estimated>(MarginTable.OnOrEstimate(future, new LocalDate(2024, 1, 2), new Price(1_000)));
        }
    }

    [Theory]
    [InlineData("MES"), InlineData("ES"), InlineData("MNQ"), InlineData("NQ"), InlineData("M2K"), InlineData("RTY")]
    [InlineData("MYM"), InlineData("YM"), InlineData("MCL"), InlineData("CL"), InlineData("MGC"), InlineData("GC")]
    public void Every_row_of_the_margin_files_is_in_the_table(string symbol)
    {
        var instrument = InstrumentTable.Find(symbol);
        foreach (var row in SharedData.Rows($"contracts/margins/{symbol}.csv"))
        {
            var day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(row[0]).Value;
            var expected = new MarginAnswer.Known(Dollars(row[1]), Dollars(row[2]), day);
            Assert.Equal(expected, MarginTable.On(instrument, day));
        }
    }

    private static Money Dollars(string text) => Money.From(decimal.Parse(text, CultureInfo.InvariantCulture));

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
