using System.Globalization;
using Keel.Domain.Instruments;

namespace Keel.Domain.Tests.Instruments;

public sealed class InstrumentTableTests
{
    [Theory]
    [InlineData("MES", "CME", "5", "0.25", "1.25", "ES")]
    [InlineData("ES", "CME", "50", "0.25", "12.50", null)]
    [InlineData("MNQ", "CME", "2", "0.25", "0.50", "NQ")]
    [InlineData("M2K", "CME", "5", "0.10", "0.50", "RTY")]
    [InlineData("MYM", "CBOT", "0.5", "1", "0.50", "YM")]
    [InlineData("MCL", "NYMEX", "100", "0.01", "1.00", "CL")]
    [InlineData("GC", "COMEX", "100", "0.10", "10.00", null)]
    public void A_future_has_its_point_and_tick(
        string symbol,
        string exchange,
        string point,
        string tick,
        string tickValue,
        string? mini
    )
    {
        var future = InstrumentTable.Find(symbol);
        Assert.Equal(exchange, future.Exchange);
        Assert.Equal(Number(point), future.PointValue);
        Assert.Equal(Number(tick), future.Grid.Tick);
        Assert.Equal(Number(tickValue), future.TickValue);
        Assert.Equal(mini, future.Future!.MiniOf);
    }

    [Fact]
    public void Every_row_of_the_specifications_is_in_the_table()
    {
        foreach (var row in SharedData.Rows("contracts/specs.csv"))
        {
            var future = InstrumentTable.Find(row[0]);
            var terms = future.Future!;
            string[] ours =
            [
                future.Symbol,
                future.Name,
                future.Exchange,
                future.Currency,
                terms.Months.ToString(),
                terms.Settlement == Settlement.Cash ? "cash" : "physical",
                terms.MiniOf ?? "",
                terms.Ratio.ToString(CultureInfo.InvariantCulture),
                terms.ProjectXProduct,
                future.FirstTradeDate?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "",
                future.Calendar!,
            ];
            Assert.Equal([row[0], row[1], row[2], row[3], .. row[7..]], ours);
            Assert.Equal(
                [Number(row[4]), Number(row[5]), Number(row[6])],
                [future.PointValue, future.Grid.Tick, future.TickValue]
            );
        }
    }

    [Fact]
    public void Every_row_of_the_perpetuals_is_in_the_table()
    {
        foreach (var row in SharedData.Rows("contracts/crypto-perpetuals.csv"))
        {
            var perpetual = InstrumentTable.Find($"{row[0].Split(' ')[0]}:{row[1]}");
            var terms = perpetual.Perpetual!;
            Assert.Equal(row[2], terms.Base);
            Assert.Equal(row[3] == "inverse", terms.IsInverse);
            Assert.Equal(row[4], perpetual.Currency);
            Assert.Equal([Number(row[6]), Number(row[7]), Number(row[8])], [terms.LotStep, terms.MinOrder, terms.ContractSize]);
            Assert.Equal(row[9], terms.ContractUnit);
            Assert.Equal(row[10].Length == 0 ? null : Number(row[10]), terms.MinNotional);
            Assert.Equal(
                row[11],
                terms.Funding.IsContinuous ? "continuous" : terms.Funding.Hours?.ToString(CultureInfo.InvariantCulture) ?? ""
            );
            Assert.Equal(row[13], terms.AsOf);
            Assert.Equal("continuous", perpetual.Calendar);
            if (row[5].Contains("significant", StringComparison.Ordinal))
            {
                Assert.Equal($"5 significant digits and at most {perpetual.Grid.Decimals} decimal", row[5].TrimEnd('s'));
                Assert.Equal(5, terms.PriceDigits!.Digits);
            }
            else
            {
                Assert.Equal(Number(row[5]), perpetual.Grid.Tick);
                Assert.Null(terms.PriceDigits);
            }
        }
    }

    [Theory]
    [InlineData("MSE", "MES")]
    [InlineData("mes", "MES")]
    [InlineData("BINANCE:BTCUSDT", "Binance:BTCUSDT")]
    [InlineData("", "CL")]
    public void An_unknown_name_is_answered_with_the_nearest_known_one(string name, string nearest)
    {
        var thrown = Assert.Throws<KeyNotFoundException>(() => InstrumentTable.Find(name));
        Assert.Contains($"did you mean {nearest}?", thrown.Message, StringComparison.Ordinal);
        Assert.Null(InstrumentTable.TryFind(name));
    }

    [Fact]
    public void A_bare_symbol_names_a_perpetual_only_where_one_venue_has_it()
    {
        Assert.Equal("dYdX:BTC-USD", InstrumentTable.Find("BTC-USD").Key);
        var thrown = Assert.Throws<KeyNotFoundException>(() => InstrumentTable.Find("BTCUSDT"));
        Assert.Contains("Binance:BTCUSDT or Bybit:BTCUSDT", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_future_is_also_found_with_its_exchange() =>
        Assert.Same(InstrumentTable.Find("MES"), InstrumentTable.Find("CME:MES"));

    [Fact]
    public void A_lot_of_a_linear_perpetual_is_its_smallest_step_of_coin()
    {
        Assert.Equal(0.001m, InstrumentTable.Find("Binance:BTCUSDT").PointValue);
        Assert.Equal(0.0001m, InstrumentTable.Find("OKX:BTC-USDT-SWAP").PointValue);
    }

    [Fact]
    public void An_inverse_perpetual_has_no_fixed_value_of_a_point_and_pays_in_coin()
    {
        var deribit = InstrumentTable.Find("BTC-PERPETUAL");
        Assert.False(deribit.HasFixedPointValue);
        Assert.Throws<InvalidOperationException>(() => deribit.PointValue);
        Assert.Equal(10m, deribit.Perpetual!.LotSize);
        Assert.Equal(0.0001m, deribit.Perpetual.InverseProfit(1, 50_000, 100_000));
        Assert.Equal(-0.0001m, deribit.Perpetual.InverseProfit(-1, 50_000, 100_000));
    }

    [Fact]
    public void An_instrument_of_another_exchange_needs_only_its_tick()
    {
        var custom = Instrument.Custom("FDAX", 0.5m);
        Assert.Equal("FDAX", custom.Key);
        Assert.Equal(0.5m, custom.TickValue);
        Assert.Null(custom.Calendar);
        Assert.Throws<ArgumentOutOfRangeException>(() => Instrument.Custom("FDAX", 0));
        Assert.Throws<ArgumentException>(() => Instrument.Custom("F DAX", 1));
        Assert.Throws<ArgumentException>(() => Instrument.Custom("", 1));
        Assert.Throws<ArgumentException>(() => FuturesContract.Front(custom, new NodaTime.LocalDate(2025, 1, 1)));
    }

    [Fact]
    public void Funding_falls_on_whole_intervals_of_the_day()
    {
        var at = Timestamp.Parse("2025-03-01T08:00:00Z");
        Assert.Equal(Timestamp.Parse("2025-03-01T16:00:00Z"), Funding.Every(8).NextAfter(at));
        Assert.Equal(
            Timestamp.Parse("1969-12-31T16:00:00Z"),
            Funding.Every(8).NextAfter(Timestamp.Parse("1969-12-31T15:59:59Z"))
        );
        Assert.Null(Funding.Continuous.NextAfter(at));
        Assert.Null(Funding.Unknown.NextAfter(at));
        Assert.Throws<ArgumentOutOfRangeException>(() => Funding.Every(7));
    }

    [Theory]
    [InlineData(1234567, 1234500, 1234600)] // 123,456.7: five digits leave steps of ten
    [InlineData(123456, 123450, 123460)]
    [InlineData(99999, 99999, 99999)]
    [InlineData(100001, 100000, 100010)]
    [InlineData(0, 0, 0)]
    [InlineData(-123456, -123460, -123450)]
    public void Five_significant_digits_round_to_a_step_that_grows_with_the_price(long ticks, long down, long up)
    {
        var digits = InstrumentTable.Find("Hyperliquid:BTC").Perpetual!.PriceDigits!;
        Assert.Equal(new Price(down), digits.RoundDown(new Price(ticks)));
        Assert.Equal(new Price(up), digits.RoundUp(new Price(ticks)));
        Assert.Equal(down == ticks, digits.Allows(new Price(ticks)));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
