using Keel.Domain.Facts;
using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Costs;
using Keel.Domain.Instruments.Limits;
using Keel.Domain.Instruments.Margins;

namespace Keel.Domain.Tests.Facts;

public sealed class FactTableTests
{
    private const string Futures =
        "symbol,name,exchange,currency,point_value,tick,months,lead_months,settlement,mini_of,ratio,projectx,first_trade_date,group,last_day,last_time\n";

    [Fact]
    public void Rows_are_read_by_column_and_counted_with_their_comments()
    {
        var table = FactTable.Parse("x.csv", "# source\nb,a\r\n\n1,two words\n# end\n");
        var row = Assert.Single(table.Rows);
        Assert.Equal((4, 1m, "two words"), (row.Line, row.Number("b"), row.Text("a")));
        Assert.Equal(["two", "words"], row.Words("a"));
    }

    [Theory]
    [InlineData("", "x.csv:1: no header")]
    [InlineData("a,b\n1\n", "x.csv:2: 1 cells under 2 column names")]
    [InlineData("a,a\n", "x.csv:1: column name 'a' is empty or given twice")]
    public void A_broken_table_is_refused_with_its_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FactException>(() => FactTable.Parse("x.csv", text)).Message);

    [Fact]
    public void A_broken_cell_is_refused_with_its_line()
    {
        var row = FactTable.Parse("x.csv", "a,b\nz,\n").Rows[0];
        Assert.Equal("x.csv:2: 'a' is not a number: 'z'", Refusal(() => row.Number("a")));
        Assert.Equal("x.csv:2: 'a' is not a whole number: 'z'", Refusal(() => row.Whole("a")));
        Assert.Equal("x.csv:2: 'a' is not a date such as 2025-12-19: 'z'", Refusal(() => row.Date("a")));
        Assert.Equal("x.csv:2: 'a' is not a time such as 09:30: 'z'", Refusal(() => row.Time("a")));
        Assert.Equal("x.csv:2: 'a' is neither yes nor no: 'z'", Refusal(() => row.YesNo("a")));
        Assert.Equal("x.csv:2: 'b' is empty", Refusal(() => row.Text("b")));
        Assert.Equal("x.csv:2: no column 'c'", Refusal(() => row.Optional("c")));
        Assert.Equal("x.csv:2: 'a' is not an instant such as 2025-11-28T18:10:00Z: 'z'", Refusal(() => row.Instant("a")));
        Assert.Null(row.OptionalDate("b"));
        Assert.Null(row.OptionalTime("b"));
    }

    [Theory]
    [InlineData("fees.csv", "symbols")]
    [InlineData("margins.csv", "symbol")]
    [InlineData("margin-shares.csv", "symbols")]
    [InlineData("price-limits.csv", "symbols")]
    [InlineData("dynamic-breakers.csv", "symbols")]
    [InlineData("roll-rules.csv", "symbols")]
    public void Every_table_speaks_of_instruments_that_are_known(string file, string column) =>
        Assert.All(
            FactTable.Embedded("instruments/" + file).Rows.SelectMany(row => row.Words(column)),
            symbol => Assert.NotNull(InstrumentTable.TryFind(symbol))
        );

    [Fact]
    public void A_table_that_is_not_built_in_is_refused() =>
        Assert.Throws<FactException>(() => FactTable.Embedded("instruments/nothing.csv"));

    [Theory]
    [InlineData("MES,M,CME,USD,5,0,HMUZ,HMUZ,cash,,1,MES,,equity_index,third_friday,09:30", "x.csv:2: a tick is above zero")]
    [InlineData("MES,M,CME,USD,0,1,HMUZ,HMUZ,cash,,1,MES,,equity_index,third_friday,09:30", "x.csv:2: a point of a future")]
    [InlineData("MES,M,CME,USD,5,1,HUMZ,HMUZ,cash,,1,MES,,equity_index,third_friday,09:30", "x.csv:2: 'HUMZ' are not months")]
    [InlineData("MES,M,CME,USD,5,1,HM,HMUZ,cash,,1,MES,,equity_index,third_friday,09:30", "x.csv:2: a month that leads")]
    [InlineData("MES,M,CME,USD,5,1,HM,HM,cash,ES,10,MES,,equity_index,third_friday,09:30", "x.csv:2: its big sister ES")]
    [InlineData("MES,M,CME,USD,5,1,HM,HM,cash,,0,MES,,equity_index,third_friday,09:30", "x.csv:2: a ratio is at least 1")]
    [InlineData(
        "MES,M,CME,USD,5,1,HM,HM,gold,,1,MES,,equity_index,third_friday,09:30",
        "x.csv:2: 'settlement' is 'gold', not one of cash, physical"
    )]
    public void A_future_that_cannot_be_is_refused_with_its_line(string line, string message) =>
        Assert.StartsWith(
            message,
            Refusal(() => FutureFacts.Read(FactTable.Parse("x.csv", Futures + line))),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("MES,2020-01-02,100,110", "x.csv:2: maintenance is above zero")]
    [InlineData("MES,2020-01-02,100,90\nMES,2020-01-02,100,90", "x.csv:3: 2020-01-02 is not later")]
    [InlineData("MES,2020-02-30,100,90", "x.csv:2: 'valid_from' is not a date")]
    public void A_margin_that_cannot_be_is_refused_with_its_line(string lines, string message)
    {
        var table = FactTable.Parse("x.csv", "symbol,valid_from,initial,maintenance\n" + lines);
        Assert.StartsWith(message, Refusal(() => MarginTable.Read(table)), StringComparison.Ordinal);
    }

    [Fact]
    public void Fees_limits_and_rolls_that_cannot_be_are_refused_with_their_line()
    {
        var fees = FactTable.Parse(
            "f.csv",
            "schedule,symbols,valid_from,commission,exchange,unverified,source\nx,MES,2020-01-01,-1,0,no,y"
        );
        var none = FactTable.Parse("r.csv", "schedule,valid_from,maker,taker,unverified,source");
        var steep = FactTable.Parse("r.csv", "schedule,valid_from,maker,taker,unverified,source\nx,2020-01-01,0.02,0.05,no,y");
        Assert.Equal("f.csv:2: 'commission' is below zero", Refusal(() => FeeSchedule.Read(fees, none)));
        Assert.StartsWith(
            "r.csv:2: 'maker' is more than",
            Refusal(() => FeeSchedule.Read(none, steep)),
            StringComparison.Ordinal
        );

        var limits = FactTable.Parse(
            "l.csv",
            "symbols,valid_from,from,to,reference,up,down,floor,breaker,unverified\nMES,2020-01-01,17:00,08:30,day,7,0.07,,,no"
        );
        Assert.Equal("l.csv:2: 7 is no share between 0 and 1", Refusal(() => PriceLimits.Read(limits)));

        var rolls = FactTable.Parse(
            "o.csv",
            "rule,symbols,first_month,last_month,anchor,days,unverified,note\na,MES,,2022-03,third_friday,-8,no,x\nb,MES,2022-03,,third_friday,-4,no,x"
        );
        Assert.Equal("o.csv:3: two rules for MES hold for the same months", Refusal(() => RollTable.Read(rolls)));
    }

    private static string Refusal(Func<object?> read) => Assert.Throws<FactException>(() => read()).Message;
}
