using System.Globalization;
using Keel.Domain.Instruments;
using NodaTime;
using NodaTime.Text;

namespace Keel.Domain.Tests.Instruments;

public sealed class ContractDatesTests
{
    [Theory]
    [InlineData("ES", "2017-06", "2017-06-16")]
    [InlineData("ES", "2017-09", "2017-09-15")]
    [InlineData("ES", "2017-12", "2017-12-15")]
    [InlineData("ES", "2018-03", "2018-03-16")]
    [InlineData("ES", "2018-06", "2018-06-15")]
    [InlineData("MES", "2024-06", "2024-06-21")]
    [InlineData("MES", "2026-06", "2026-06-18")] // the third Friday is Juneteenth
    [InlineData("MNQ", "2027-06", "2027-06-17")] // the third Friday observes Juneteenth
    [InlineData("CL", "2018-12", "2018-11-19")]
    [InlineData("CL", "2019-01", "2018-12-19")]
    [InlineData("CL", "2019-05", "2019-04-22")]
    [InlineData("CL", "2020-02", "2020-01-21")]
    [InlineData("CL", "2020-05", "2020-04-21")] // the contract of the negative price
    [InlineData("CL", "2020-06", "2020-05-19")]
    [InlineData("CL", "2021-01", "2020-12-21")]
    [InlineData("CL", "2021-12", "2021-11-19")]
    [InlineData("CL", "2022-01", "2021-12-20")]
    [InlineData("CL", "2022-07", "2022-06-21")]
    [InlineData("MCL", "2017-06", "2017-05-19")]
    [InlineData("MCL", "2017-07", "2017-06-19")]
    [InlineData("MCL", "2017-08", "2017-07-19")]
    [InlineData("MCL", "2017-09", "2017-08-21")]
    [InlineData("MCL", "2017-10", "2017-09-19")]
    [InlineData("MCL", "2025-02", "2025-01-17")]
    [InlineData("MCL", "2025-03", "2025-02-19")]
    [InlineData("MCL", "2025-05", "2025-04-21")]
    [InlineData("MCL", "2026-01", "2025-12-18")]
    [InlineData("MCL", "2026-12", "2026-11-19")]
    [InlineData("GC", "2021-12", "2021-12-29")] // one published list has the 28th
    public void The_last_trading_day_follows_the_rule(string symbol, string month, string day) =>
        Assert.Equal(Date(day), Contract(symbol, month).LastTradingDay);

    [Theory]
    [InlineData("ES", "2023-06", "2023-06-16T13:30:00Z")]
    [InlineData("ES", "2025-12", "2025-12-19T14:30:00Z")]
    [InlineData("ES", "2026-03", "2026-03-20T13:30:00Z")]
    public void Trading_ends_at_the_opening_of_the_cash_market(string symbol, string month, string instant) =>
        Assert.Equal(Timestamp.Parse(instant), Contract(symbol, month).LastTradeAt);

    [Fact]
    public void Every_row_of_the_expiries_follows_from_the_rules()
    {
        foreach (var row in SharedData.Rows("contracts/expiries.csv"))
        {
            var symbol = row[0] == "equity_index" ? "MES" : row[0];
            var contract = Contract(symbol, row[1]);
            Assert.Equal(row[2], contract.Month.Code);
            Assert.Equal(Date(row[3]), contract.LastTradingDay);
            Assert.Equal(Timestamp.Parse(row[4]), contract.LastTradeAt);
            if (row[5].Length > 0)
            {
                var monday = contract.Month >= new ContractMonth(2022, 6);
                Assert.Equal(Date(monday ? row[6] : row[5]), contract.RollDate);
                var (other, days) = monday ? (row[5], -8) : (row[6], -4);
                var asOther = contract.RollRule with { Days = days };
                Assert.Equal(Date(other), asOther.DateFor(contract));
            }
        }
    }

    [Theory]
    [InlineData("MES", "2022-03", "2022-03-10")] // the last Thursday roll
    [InlineData("MES", "2022-06", "2022-06-13")] // the first Monday roll
    [InlineData("MES", "2026-06", "2026-06-15")]
    [InlineData("CL", "2020-05", "2020-04-16")]
    [InlineData("MCL", "2026-01", "2025-12-16")]
    [InlineData("GC", "2025-12", "2025-11-25")]
    public void The_next_contract_leads_from_the_roll_date_on(string symbol, string month, string roll)
    {
        var contract = Contract(symbol, month);
        Assert.Equal(Date(roll), contract.RollDate);
        Assert.Equal(contract, FuturesContract.Front(contract.Instrument, Date(roll).PlusDays(-1)));
        Assert.True(FuturesContract.Front(contract.Instrument, Date(roll)) > contract);
    }

    [Fact]
    public void Front_and_nearest_month_never_go_back_and_never_expire()
    {
        foreach (var instrument in InstrumentTable.All.Where(each => each.Future is not null))
        {
            var (front, nearest) = (new ContractMonth(2018, 1), new ContractMonth(2018, 1));
            for (var day = new LocalDate(2019, 1, 1); day.Year < 2028; day = day.PlusDays(3))
            {
                var leads = FuturesContract.Front(instrument, day);
                var ends = FuturesContract.Nearest(instrument, day);
                Assert.True(leads.Month >= front && ends.Month >= nearest);
                Assert.True(leads.LastTradingDay > day && ends.LastTradingDay >= day);
                Assert.True(leads.RollDate < leads.LastTradingDay, $"{leads} is rolled before it ends");
                (front, nearest) = (leads.Month, ends.Month);
            }
        }
    }

    [Fact]
    public void Crudes_and_its_micros_roll_fall_on_the_same_day() =>
        Assert.Equal(Contract("CL", "2026-03").RollDate, Contract("MCL", "2026-03").RollDate);

    [Fact]
    public void A_month_that_is_not_listed_is_refused()
    {
        var thrown = Assert.Throws<ArgumentException>(() => Contract("MES", "2025-11"));
        Assert.Equal("MES has no contract of 2025-11: its months are HMUZ", thrown.Message);
        Assert.Throws<ArgumentException>(() => Contract("MGC", "2025-11"));
        Assert.Throws<ArgumentException>(() => new FuturesContract(InstrumentTable.Find("MES"), default(ContractMonth)));
    }

    [Fact]
    public void Neighbours_are_the_next_listed_months()
    {
        Assert.Equal(Contract("MES", "2026-03"), Contract("MES", "2025-12").Next);
        Assert.Equal(Contract("MES", "2025-12"), Contract("MES", "2026-03").Previous);
        Assert.Equal(Contract("MCL", "2026-01"), Contract("MCL", "2025-12").Next);
    }

    [Fact]
    public void A_contract_month_has_bounds_and_letters()
    {
        Assert.Equal("Z25", new ContractMonth(2025, 12).Code);
        Assert.Equal(new ContractMonth(2026, 1), new ContractMonth(2025, 12).Plus(1));
        Assert.Equal(new ContractMonth(2025, 12), new ContractMonth(2026, 1).Plus(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContractMonth(1999, 12));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContractMonth(2025, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ContractMonth(2000, 1).Plus(-1));
        Assert.Throws<ArgumentException>(() => MonthSet.Parse("ZH"));
        Assert.Throws<ArgumentException>(() => MonthSet.Parse("A"));
        Assert.Throws<ArgumentException>(() => MonthSet.Parse(""));
    }

    private static FuturesContract Contract(string symbol, string month) =>
        new(
            InstrumentTable.Find(symbol),
            int.Parse(month[..4], CultureInfo.InvariantCulture),
            int.Parse(month[5..], CultureInfo.InvariantCulture)
        );

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
