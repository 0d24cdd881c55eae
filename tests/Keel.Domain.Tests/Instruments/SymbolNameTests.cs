using FsCheck.Fluent;
using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Symbols;
using Keel.Domain.Tests.Values;
using NodaTime;

namespace Keel.Domain.Tests.Instruments;

public sealed class SymbolNameTests
{
    private static readonly LocalDate Summer2025 = new(2025, 7, 1);

    [Theory]
    [InlineData("MESZ5", "MESZ25")]
    [InlineData("MESZ25", "MESZ25")]
    [InlineData("CON.F.US.MES.Z25", "MESZ25")]
    [InlineData("CON.F.US.EP.Z25", "ESZ25")]
    [InlineData("CON.F.US.MCLE.F26", "MCLF26")]
    [InlineData("F.US.ENQ", "NQ")]
    [InlineData("MES 12-25", "MESZ25")]
    [InlineData("MES 202512", "MESZ25")]
    [InlineData("MES 20251219", "MESZ25")]
    [InlineData("MCL 20251218", "MCLF26")]
    [InlineData("YM   DEC 25", "YMZ25")]
    [InlineData("M2KU5", "M2KU25")]
    [InlineData("MESM5", "MESM35")] // June 2025 is over
    [InlineData("MES.c.0", "MES.c.0")]
    [InlineData("MES.v.1", "MES.v.1")]
    [InlineData("MCL.n.0", "MCL.n.0")]
    [InlineData("MES.FUT", "MES.FUT")]
    [InlineData("MES", "MES")]
    [InlineData("CME:MES", "MES")]
    [InlineData("MESZ5-MESH6", "MESZ25-MESH26")]
    [InlineData("MCLF6-MCLG6", "MCLF26-MCLG26")]
    [InlineData("Binance:BTCUSDT", "Binance:BTCUSDT")]
    [InlineData("BTC-USDT-SWAP", "OKX:BTC-USDT-SWAP")]
    public void A_symbol_of_any_dialect_is_read(string text, string canonical) =>
        Assert.Equal(canonical, SymbolName.Parse(text, Summer2025).ToString());

    [Theory]
    [InlineData("MESF5", "MES has no contract of 2025-01: its months are HMUZ")]
    [InlineData("MEZZ5", "no instrument 'MEZ' is known: did you mean MES?")]
    [InlineData("CON.F.US.ES.Z25", "no instrument with the product code 'ES' is known")]
    [InlineData("CON.F.US.MES", "is no contract id")]
    [InlineData("CON.F.US.MES.Z5", "is no contract id")]
    [InlineData("MES.x.0", "is no series")]
    [InlineData("MES.c", "is no series")]
    [InlineData("MES.c.-1", "is no series")]
    [InlineData("MES 13-25", "is no month and year")]
    [InlineData("MES 20251220", "no MES contract has its last trading day on 2025-12-20 by rule")]
    [InlineData("MES 20251340", "neither a contract month")]
    [InlineData("MES 2025", "neither a contract month")]
    [InlineData("MES a b c", "is no symbol")]
    [InlineData("MESH6-MESZ5", "the nearer first")]
    [InlineData("MESZ5-MCLF6", "two months of one root")]
    [InlineData("MESZ5-MESH6-MESM6", "no calendar spread of two months")]
    [InlineData("Binance:BTCUSDTZ5", "is no dated future")]
    [InlineData("BTCUSDT", "trades at 2 venues")]
    [InlineData("", "no instrument ''")]
    [InlineData("5", "no instrument '5'")]
    [InlineData("Z5", "no instrument 'Z5'")]
    [InlineData("-", "no instrument ''")]
    [InlineData(".", "no instrument ''")]
    [InlineData(" ", "is no symbol")]
    public void A_symbol_that_cannot_be_read_says_why(string text, string why)
    {
        Assert.False(SymbolName.TryParse(text, Summer2025, out var name, out var reason));
        Assert.Null(name);
        Assert.Contains(why, reason, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => SymbolName.Parse(text, Summer2025));
    }

    [Fact]
    public void One_digit_of_the_year_means_nothing_without_a_date()
    {
        Assert.False(SymbolName.TryParse("MESZ5", null, out _, out var reason));
        Assert.Equal("'MESZ5' names another contract every ten years: give a date, or write two digits of the year", reason);
        Assert.False(SymbolName.TryParse("MESZ5-MESH6", null, out _, out _));
    }

    [Fact]
    public void One_digit_of_the_year_is_the_contract_until_its_last_day()
    {
        Assert.Equal("MESZ25", SymbolName.Parse("MESZ5", new LocalDate(2025, 12, 19)).ToString());
        Assert.Equal("MESZ35", SymbolName.Parse("MESZ5", new LocalDate(2025, 12, 20)).ToString());
        Assert.Equal("MCLF30", SymbolName.Parse("MCLF0", new LocalDate(2029, 12, 18)).ToString());
    }

    [Fact]
    public void Every_contract_round_trips_in_every_dialect()
    {
        foreach (var contract in Contracts())
        {
            var expected = new SymbolName.Contract(contract);
            foreach (var dialect in Enum.GetValues<SymbolDialect>())
            {
                var text = ContractNames.Print(contract, dialect);
                LocalDate? on = dialect == SymbolDialect.Globex ? contract.LastTradingDay.PlusMonths(-6) : null;
                Assert.Equal(expected, SymbolName.Parse(text, on));
            }

            Assert.Equal(expected, SymbolName.Parse(expected.ToString()));
            Assert.True(
                ContractNames.TryFromExpiry(
                    contract.Instrument,
                    ContractNames.ExpiryDate(contract) + " 09:30 US/Eastern",
                    out var dated,
                    out _
                )
            );
            Assert.Equal(contract, dated);

            var spread = new SymbolName.Spread(contract, contract.Next);
            Assert.Equal(spread, SymbolName.Parse(spread.ToString()));
            Assert.Equal(spread, SymbolName.Parse(spread.InGlobex(), contract.LastTradingDay.PlusMonths(-6)));
            Assert.True(SymbolName.LooksLikeSpread(spread.ToString()) && SymbolName.LooksLikeSpread(spread.InGlobex()));
        }
    }

    [Fact]
    public void Roots_parents_and_series_round_trip()
    {
        foreach (var instrument in InstrumentTable.All)
        {
            var root = new SymbolName.Root(instrument);
            Assert.Equal(root, SymbolName.Parse(root.ToString()));
            if (instrument.Future is null)
            {
                Assert.Throws<ArgumentException>(() => new SymbolName.Parent(instrument));
                Assert.Throws<ArgumentException>(() => ContractNames.ProjectXSymbolId(instrument));
                continue;
            }

            Assert.Equal(root, SymbolName.Parse(ContractNames.ProjectXSymbolId(instrument)));
            SymbolName parent = new SymbolName.Parent(instrument);
            Assert.Equal(parent, SymbolName.Parse(parent.ToString()));
            foreach (var rule in Enum.GetValues<ContinuousRule>())
            {
                SymbolName series = new SymbolName.Continuous(instrument, rule, 3);
                Assert.Equal(series, SymbolName.Parse(series.ToString()));
            }
        }
    }

    [Theory]
    [InlineData("MESZ5-MESH6", true)]
    [InlineData("ZZZF26-ZZZG26", true)]
    [InlineData("CL:BF F6-G6-H6", true)]
    [InlineData("MESZ5", false)]
    [InlineData("MES 12-25", false)]
    [InlineData("BTC-USD", false)]
    [InlineData("BTC-USDT-SWAP", false)]
    [InlineData("Binance:BTCUSDT", false)]
    public void The_shape_of_a_spread_is_seen_without_knowing_its_root(string text, bool isSpread) =>
        Assert.Equal(isSpread, SymbolName.LooksLikeSpread(text));

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_with_a_reason() =>
        Property.Holds(
            Gen.Elements(
                    "MES",
                    "CL",
                    "BTCUSDT",
                    "Z",
                    "5",
                    "25",
                    "-",
                    ".",
                    " ",
                    ":",
                    "c",
                    "FUT",
                    "CON.F.US.",
                    "F.US.",
                    "EP",
                    "é",
                    ""
                )
                .ArrayOf()
                .Select(string.Concat),
            text =>
                SymbolName.TryParse(text, Summer2025, out var name, out var reason)
                    ? reason is null && SymbolName.Parse(name.ToString()) == name
                    : name is null && reason.Length > 0
        );

    [Fact]
    public void The_kinds_of_names_are_closed()
    {
        var kinds = typeof(SymbolName).GetNestedTypes().Where(typeof(SymbolName).IsAssignableFrom).ToList();
        Assert.Equal(5, kinds.Count);
        Assert.All(kinds, kind => Assert.True(kind.IsSealed));
    }

    private static IEnumerable<FuturesContract> Contracts() =>
        from instrument in InstrumentTable.All
        where instrument.Future is not null
        from year in Enumerable.Range(2019, 12)
        from month in Enumerable.Range(1, 12)
        where instrument.Future!.Months.Contains(month)
        select new FuturesContract(instrument, year, month);
}
