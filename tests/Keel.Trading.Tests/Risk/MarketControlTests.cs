using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Trading.Conditions;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;
using NodaTime;
using static Keel.Trading.Tests.Risk.Entry;

namespace Keel.Trading.Tests.Risk;

public sealed class MarketControlTests
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    // MES: 660 from 2019-11-01 to 14, 693 before and after, 1,320 from 2020-03-19, known to 2022-01-21.
    [Theory]
    [InlineData("2019-11-14", 0, "ok")]
    [InlineData("2019-11-14", -10, "ok")]
    [InlineData("2019-11-14", -10.01, "0 margin 990/989.99")]
    [InlineData("2019-11-15", 0, "0 margin 1039.5/1000")]
    [InlineData("2020-03-19", 979.99, "0 margin 1980/1979.99")]
    [InlineData("2020-03-19", 980, "ok")]
    [InlineData("2022-01-22", 9000, "0 margin -1/10000")]
    public void Overnight_the_initial_margin_of_the_day_counts_one_and_a_half_times(string date, double realised, string said)
    {
        var rules = new MarginRules { HoldsOvernight = true, Intraday = Money.From(50) };
        var control = new MarginControl(rules, Mes, Account(ProfileA, (decimal)realised));

        Assert.Equal(said, Says(control, On(date)));
    }

    [Theory]
    [InlineData("2021-06-02", 333.33, "ok")]
    [InlineData("2021-06-02", 666.66, "ok")]
    [InlineData("2021-06-02", 666.67, "0 margin 1000.005/1000")]
    [InlineData("2025-06-02", 333.33, "ok")]
    [InlineData("2025-06-02", 333.34, "0 margin 1000.02/1000")]
    public void Within_the_day_the_brokers_figure_counts_twice_where_the_exchanges_is_not_known(
        string date,
        double intraday,
        string said
    )
    {
        var rules = new MarginRules { Intraday = Money.From((decimal)intraday) };

        Assert.Equal(said, Says(new MarginControl(rules, Mes, Account(ProfileA)), On(date)));
    }

    [Fact]
    public void Without_any_figure_nothing_is_entered() =>
        Assert.Equal("0 margin -1/1000", Says(new MarginControl(new MarginRules(), Mes, Account(ProfileA)), On("2025-06-02")));

    // 8 % of 29,501.25 is 2,360.10, up to 2,361.
    [Theory]
    [InlineData(2541.49, "0 margin 3541.5/3541.49")]
    [InlineData(2541.50, "ok")]
    public void An_estimate_counts_where_the_profile_takes_it(double realised, string said)
    {
        var rules = new MarginRules { HoldsOvernight = true, TakesEstimates = true };
        var control = new MarginControl(rules, Mes, Account(ProfileA, (decimal)realised));

        Assert.Equal(said, Says(control, On("2025-06-02", price: 23_601)));
        Assert.Equal(1, control.DaysUncertain);
    }

    [Fact]
    public void The_days_on_which_the_account_could_not_hold_are_counted_once_each()
    {
        var control = new MarginControl(new MarginRules { HoldsOvernight = true }, Mes, Account(ProfileA));
        foreach (var date in new[] { "2019-11-14", "2019-11-15", "2019-11-15", "2019-11-18", "2022-02-01" })
        {
            control.Review(On(date));
        }

        Assert.Equal((3, 1), (control.DaysShort, control.DaysUncertain));
        Assert.True(control.CanHold(-1, Day("2019-11-14"), 12_000));
        Assert.False(control.CanHold(1, Day("2019-11-15"), 12_000));
        Assert.False(control.CanHold(2, Day("2019-11-14"), 12_000));
        Assert.True(control.CanHold(0, Day("2025-01-06"), 12_000));
    }

    // MESM25 expires on Friday 2025-06-20 and rolls on Monday 06-16: two business days before is Thursday 06-12.
    [Theory]
    [InlineData("2025-06-11", "ok")]
    [InlineData("2025-06-12", "0 expiry 2/2")]
    [InlineData("2025-06-13", "0 expiry 1/2")]
    [InlineData("2025-06-16", "0 expiry 0/2")]
    [InlineData("2025-06-23", "0 expiry -1/2")]
    public void Index_futures_end_two_business_days_before_they_roll(string date, string said)
    {
        var control = new ExpiryControl(new ExpiryRules(2, null), _ => new FuturesContract(Mes, 2025, 6));

        Assert.Equal(said, Says(control, On(date)));
    }

    // The crude of May 2020 last traded on Tuesday 04-21, the micro's day before it on Monday 04-20; Good Friday was 04-10.
    [Theory]
    [InlineData("2020-04-13", "ok")]
    [InlineData("2020-04-14", "0 expiry 5/5")]
    [InlineData("2020-04-21", "0 expiry 0/5")]
    public void Crude_ends_five_business_days_before_its_last(string date, string said)
    {
        var contract = new FuturesContract(InstrumentTable.Find("CL"), 2020, 5);
        var control = new ExpiryControl(new ExpiryRules(null, 5), _ => contract);

        Assert.Equal(said, Says(control, On(date)));
    }

    [Fact]
    public void A_contract_that_is_not_known_refuses_nothing() =>
        Assert.Equal("ok", Says(new ExpiryControl(new ExpiryRules(2, 5), _ => null), On("2025-06-13")));

    // Settled at 5,000 points: in the evening limits lie at 4,650 and 5,350, 2 % of which are 372 and 428 ticks.
    [Theory]
    [InlineData(18_973, Side.Long, 8, "ok")]
    [InlineData(18_972, Side.Long, 8, "0 price_limit 372/372")]
    [InlineData(18_971, Side.Short, 8, "0 price_limit 371/372")]
    [InlineData(20_971, Side.Short, 8, "ok")]
    [InlineData(20_972, Side.Short, 8, "0 price_limit 428/428")]
    [InlineData(19_000, Side.Long, 400, "ok")]
    [InlineData(19_000, Side.Long, 401, "0 price_limit 18599/18600")]
    [InlineData(20_900, Side.Short, 500, "ok")]
    [InlineData(20_900, Side.Short, 501, "0 price_limit 21401/21400")]
    [InlineData(20_900, Side.Long, 501, "ok")]
    public void Nothing_is_entered_near_a_limit_or_with_a_stop_beyond_it(long price, Side side, long stop, string said)
    {
        var conditions = Settled("2025-06-02", 20_000);
        var control = new PriceLimitControl(new PriceLimitDistance(), Mes, conditions);
        var proposal = On("2025-06-03", price, side, stop);
        proposal.Now = At("2025-06-02 20:00");

        Assert.Equal(said, Says(control, proposal));
    }

    // From 16:00 New York the limits hang on the price of 16:00; before any rule was known, a move of 4 % is too much.
    [Theory]
    [InlineData("2012-06-05", 20_800, "ok")]
    [InlineData("2012-06-05", 20_801, "0 price_limit 801/800")]
    [InlineData("2012-06-05", 19_199, "0 price_limit 801/800")]
    public void Where_no_limit_is_known_a_large_move_is_too_much(string date, long price, string said)
    {
        var control = new PriceLimitControl(new PriceLimitDistance(), Mes, Settled("2012-06-04", 20_000));
        var proposal = On(date, price);
        proposal.Now = At(date + " 11:00");

        Assert.Equal(said, Says(control, proposal));
    }

    [Theory]
    [InlineData(false, "ok")]
    [InlineData(true, "0 price_limit -1/0")]
    public void The_first_day_has_no_settlement(bool needs, string said)
    {
        var rules = new PriceLimitDistance { NeedsReference = needs };
        var control = new PriceLimitControl(rules, Mes, new MarketConditions(Span.FromMinutes(1)));

        Assert.Equal(said, Says(control, On("2025-06-03")));
    }

    [Theory]
    [InlineData(27_599, 5, 27_601, 5, 1, "ok")]
    [InlineData(27_599, 5, 27_600, 5, 1, "ok")]
    [InlineData(27_599, 5, 27_602, 5, 1, "0 book 3/2")]
    [InlineData(27_600, 5, 27_600, 5, 1, "0 book 0/1")]
    [InlineData(27_601, 5, 27_600, 5, 1, "0 book -1/1")]
    [InlineData(27_599, 0, 27_600, 5, 1, "0 book 0/1")]
    [InlineData(27_599, 5, 27_600, 0, 1, "0 book 0/1")]
    [InlineData(27_599, 5, 27_600, 2, 2, "ok")]
    [InlineData(27_599, 5, 27_600, 2, 3, "0 book 2/3")]
    public void A_market_order_goes_into_a_live_book(long bid, long bids, long ask, long asks, int lots, string said)
    {
        var conditions = new MarketConditions(Span.FromMinutes(1));
        conditions.Book.Update(bid, bids, ask, asks, default);

        Assert.Equal(said, Says(new BookControl(2, conditions), Proposal(lots)));
    }

    [Fact]
    public void A_book_that_was_never_seen_is_none() =>
        Assert.Equal("0 book 0/1", Says(new BookControl(2, new MarketConditions(Span.FromMinutes(1))), Proposal()));

    [Theory]
    [InlineData(2_000_000_000, 15_000_000_000, "ok")]
    [InlineData(2_000_000_001, 15_000_000_000, "0 data_age 2/2")]
    [InlineData(2_100_000_000, 15_000_000_000, "0 data_age 2.1/2")]
    [InlineData(2_000_000_000, 15_100_000_000, "0 data_age 15.1/15")]
    [InlineData(-1, 0, "0 data_age -1/2")]
    public void Old_prices_are_no_prices(long quoteAge, long tradeAge, string said)
    {
        var conditions = new MarketConditions(Span.FromMinutes(1));
        conditions.Book.Update(1, 1, 2, 1, new Timestamp((100 * Second) - quoteAge));
        conditions.Book.Traded(new Timestamp((100 * Second) - tradeAge));

        Assert.Equal(said, Says(new DataAgeControl(DataAge.Usual, conditions), Proposal(now: 100 * Second)));
    }

    [Fact]
    public void Prices_that_never_came_are_too_old() =>
        Assert.Equal(
            "0 data_age -1/2",
            Says(new DataAgeControl(DataAge.Usual, new MarketConditions(Span.FromMinutes(1))), Proposal())
        );

    [Theory]
    [InlineData(27_640, "ok")]
    [InlineData(27_641, "0 collar 41/40")]
    [InlineData(27_560, "ok")]
    [InlineData(27_559, "0 collar 41/40")]
    [InlineData(-27_600, "0 collar 55200/40")]
    [InlineData(276_000, "0 collar 248400/40")]
    public void A_limit_lies_near_the_last_price(long limit, string said)
    {
        var proposal = Proposal();
        proposal.Limit = limit;

        Assert.Equal(said, Says(new CollarControl(new PriceCollar(40, 3), null), proposal));
    }

    [Theory]
    [InlineData(27_640, "ok")]
    [InlineData(27_641, "0 collar 40.5/40")]
    public void Where_there_is_a_book_the_middle_counts(long limit, string said)
    {
        var conditions = new MarketConditions(Span.FromMinutes(1));
        conditions.Book.Update(27_600, 1, 27_601, 1, default);
        var proposal = Proposal(price: 1);
        proposal.Limit = limit;

        Assert.Equal(said, Says(new CollarControl(new PriceCollar(40, 3), conditions), proposal));
    }

    [Fact]
    public void An_order_at_the_market_has_no_collar() =>
        Assert.Equal("ok", Says(new CollarControl(new PriceCollar(0, 0), null), Proposal()));

    private static MarketConditions Settled(string date, long price)
    {
        var conditions = new MarketConditions(Span.FromMinutes(1));
        conditions.References.Update(price, Day(date), (16 * 60) - 1);
        conditions.References.Update(price + 77, Day(date), 16 * 60);
        return conditions;
    }

    private static int Day(string date) => Period.DaysBetween(Epoch, NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value);

    private static EntryProposal On(string date, long price = 12_000, Side side = Side.Long, long stop = 8)
    {
        var proposal = Proposal(stop: stop, side: side, now: At(date + " 11:00"), price: price);
        proposal.Day = Day(date);
        return proposal;
    }
}
