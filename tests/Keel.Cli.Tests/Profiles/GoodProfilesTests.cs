using Keel.Cli.Profiles.Keys;
using Keel.Cli.Profiles.Values;
using Keel.Domain;
using Keel.Domain.Instruments.Symbols;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Cli.Tests.Profiles;

public class GoodProfilesTests
{
    private const string Whole = """
        name: mes-5m-direction
        instrument: MES                 # a remark
        bars: 5m
        hours: all
        strategy: { name: ema-cross, fast: 9, slow: 21 }
        exits:    { stop_ticks: 8, target_ticks: 12, time: 30m }
        size:     { contracts: 1 }
        fills:    { model: touch, slippage_ticks: 1 }
        costs:    { per_side: 0.42 }
        session:  { no_entry: "15:45:00", flat: 15:55:00, calendar: none }
        margin: off
        risk:     { capital: 1000, daily_loss: [50, 5%], per_trade: 2.5%, daily_drawdown: [75, 7.5%], streaks: { 5: 1800s, 3: 15m } }
        features: mes-5m
        target:   { kind: direction, bars: 3 }
        model:    { kind: boosted-trees, num_leaves: 31, max_depth: 6, learning_rate: 0.05 }
        data:     { train: 2019-05..2022-12, validation: 2023, test: 2024..2025, ignore: [] }
        venue:    { name: topstepx, api: http://127.0.0.1:5000, account: ${TOPSTEPX_ACCOUNT_ID} }
        """;

    [Fact]
    public void The_profile_of_the_contract_is_read_to_the_last_key()
    {
        var profile = Reads.Valid(Whole);

        Assert.Equal("mes-5m-direction", profile.Name);
        Assert.Equal("MES", profile.Instrument.Instrument.Symbol);
        Assert.Equal(BarLength.FromSeconds(300), profile.Bars);
        Assert.Equal(MarketHours.All, profile.Hours);
        Assert.Equal("ema-cross", profile.Strategy);
        Assert.Equal([("fast", "9"), ("slow", "21")], profile.Parameters.Select(one => (one.Name, one.Text)));
        Assert.Equal(new LocalTime(15, 45), profile.Session.NoEntry);
        Assert.Equal(new LocalTime(15, 55), profile.Session.Flat);
        Assert.Equal(ProfileCalendar.None, profile.Session.Calendar);
        Assert.Equal(new DayRange(new LocalDate(2019, 5, 1), new LocalDate(2022, 12, 31)), profile.Data.Train);
        Assert.Equal(new DayRange(new LocalDate(2024, 1, 1), new LocalDate(2025, 12, 31)), profile.Data.Test);
        Assert.Empty(profile.Data.Ignore);
        Assert.False(profile.Get(MarketKeys.Margin));
        Assert.Equal(Money.FromCents(42), profile.Get(CostKeys.PerSide));
        Assert.Equal(Span.FromMinutes(30), profile.Get(ExitKeys.Time));
        Assert.Equal("PRAC-V2-1", profile.Get(VenueKeys.Account));
        Assert.Equal(
            [new Step<int, Span>(3, Span.FromMinutes(15)), new Step<int, Span>(5, Span.FromMinutes(30))],
            profile.Get(RiskKeys.Streaks)
        );
    }

    [Fact]
    public void The_reference_job_with_risk_rules_is_a_profile()
    {
        var profile = Reads.Valid(
            """
            name: reference-job-2
            instrument: MES
            bars: 1s
            hours: all
            strategy: { name: ema-cross, fast: 9, slow: 21 }
            exits: { stop_ticks: 8, target_ticks: 12 }
            size: { contracts: 1 }
            fills: { model: touch, slippage_ticks: 1 }
            costs: { per_side: 0.42 }
            session: { no_entry: "15:55:00", flat: "15:59:59", calendar: none }
            margin: off
            risk: { capital: 1000000, daily_loss: 50, per_trade: 25, streaks: { 3: 900s, 5: 1800s } }
            """,
            "exits.stop_ticks=6",
            "risk.daily_loss=150"
        );

        Assert.Equal(Money.FromCents(15_000), profile.Get(RiskKeys.DailyLoss).At(profile.Get(RiskKeys.Capital)));
    }

    [Theory]
    [InlineData(1000, 50)]
    [InlineData(999, 50)]
    [InlineData(2000, 100)]
    public void Of_an_amount_and_a_share_the_larger_counts(int equity, int bound)
    {
        var limit = Reads.Valid(Whole).Get(RiskKeys.DailyLoss);

        Assert.Equal(Money.FromCents(bound * 100), limit.At(Money.FromCents(equity * 100)));
    }

    [Fact]
    public void Defaults_hold_where_the_profile_says_nothing()
    {
        var profile = Reads.Valid(Reads.Least);

        Assert.Equal("p", profile.Name);
        Assert.Equal(MarketHours.Regular, profile.Hours);
        Assert.Equal(ProfileCalendar.Exchange, profile.Session.Calendar);
        Assert.Null(profile.Session.Flat);
        Assert.Equal("conservative", profile.Get(CostKeys.FillModel));
        Assert.False(profile.TryGet(RiskKeys.DailyLoss, out _));
        Assert.False(profile.RiskIsOff);
    }

    [Fact]
    public void Overrides_replace_add_and_remove()
    {
        var profile = Reads.Valid(
            Whole,
            "exits.stop_ticks=",
            "exits.stop_atr=1.5",
            "strategy.fast=10",
            "risk=off",
            "data.ignore=[2020-03, 2020-04-01]",
            "costs={ preset: ib }"
        );

        Assert.False(profile.Has(ExitKeys.StopTicks));
        Assert.Equal(1.5m, profile.Get(ExitKeys.StopAtr));
        Assert.Equal("10", profile.Parameters[0].Text);
        Assert.True(profile.RiskIsOff);
        Assert.Equal(2, profile.Data.Ignore.Count);
        Assert.Equal("ib", profile.Get(CostKeys.Preset));
    }

    [Fact]
    public void An_override_repairs_what_the_file_has_wrong() =>
        Reads.Valid(Reads.Least + "risk: off\nsize: { contracts: none }", "size.contracts=2", "risk.daily_loss=50");

    [Theory]
    [InlineData("exits.stop_ticks", "--set exits.stop_ticks: this is no setting")]
    [InlineData("exits..stop_ticks=8", "this is no setting")]
    [InlineData("exits.stop_tick=8", "--set exits.stop_tick: there is no such key; did you mean exits.stop_ticks?")]
    [InlineData("exits={ stop_ticks: 8, target_ticks: 0 }", "--set exits: exits.target_ticks: '0' is not")]
    [InlineData("exits.time=[30m", "--set exits.time: this is no valid YAML")]
    [InlineData("venue.secret=hunter2", "--set venue.secret: a credential must not stand in a profile")]
    public void A_bad_override_is_told_as_such(string setting, string fragment)
    {
        var problem = Assert.Single(Reads.Problems(Reads.Least, setting));

        Assert.Contains(fragment, problem.ToString(), StringComparison.Ordinal);
        Assert.True(problem.Place.IsOverride);
    }

    [Theory]
    [InlineData("MESZ25")]
    [InlineData("MESZ6")]
    [InlineData("MES.v.0")]
    [InlineData("Binance:BTCUSDT")]
    public void Contracts_series_and_perpetuals_are_instruments_too(string symbol) =>
        Assert.IsNotType<SymbolName.Parent>(Reads.Valid(Reads.Least, $"instrument={symbol}").Instrument);

    [Fact]
    public void Around_midnight_the_trading_day_decides_what_comes_first()
    {
        const string times = "session: { no_entry: \"23:30:00\", flat: \"00:30:00\" }\n";

        Reads.Valid(Reads.Least + times + "hours: all\n");
        Assert.Single(Reads.Problems(Reads.Least + times + "hours: rth\n"));
    }

    [Fact]
    public void Tiers_and_confidence_of_profile_A_are_read()
    {
        var profile = Reads.Valid(
            Reads.Least
                + """
                size:
                  tiers:
                    - { up_to: 1000, contracts: 1, risk: 2% }
                    - { up_to: 1500, contracts: 2, risk: 2% }
                    - { contracts: 5, risk: 1.5% }
                  confidence: { 0.60: 0.5, 0.70: 1.0, 0.80: 1.5, 0.90: 2.0 }
                risk: { capital: 1000 }
                session:
                  flat: "16:30:00"
                  ladder: { 30m: half_size, 15m: no_entry, 5m: exit_passive, 3m: exit_market }
                """
        );

        Assert.Equal([0.02m, 0.02m, 0.015m], profile.Get(SizeKeys.Tiers).Select(tier => tier.Share));
        Assert.Equal(0.5m, profile.Get(SizeKeys.Confidence)[0].To);
        Assert.Equal("exit_market", profile.Get(SessionKeys.Ladder)[0].To);
    }
}
