namespace Keel.Cli.Tests.Profiles;

public class BadProfilesTests
{
    public static TheoryData<int, string, string> Cases =>
        new()
        {
            // The line where the problem stands, the line added to three good ones, a part of the message.
            { 4, "exits: { stop_tiks: 8 }", "exits.stop_tiks: there is no such key; did you mean exits.stop_ticks?" },
            { 4, "exit: { stop_ticks: 8 }", "exit: there is no such key; did you mean exits?" },
            { 4, "stop_ticks: 8", "stop_ticks: there is no such key; did you mean exits.stop_ticks?" },
            { 4, "colour: blue", "colour: there is no such key; see all keys with keel config keys" },
            { 5, "name: a\nname: b", "name: this key is given twice (first at p.yaml:4)" },
            { 5, "exits:\n\tstop_ticks: 8", "a tab is used as indent" },
            { 5, "exits: { stop_ticks: 8\n", "this is no valid YAML" },
            { 4, "name: \"half", "this is no valid YAML" },
            { 4, "name: @home", "put quotes around a value with special characters" },
            { 4, "exits: 8", "a single value stands here instead of a map; write for example exits: { stop_ticks: 8 }" },
            { 4, "exits: [8]", "exits: a list stands here instead of a map" },
            {
                4,
                "exits: { stop_ticks: [8, 9] }",
                "exits.stop_ticks: a list stands here instead of a whole number from 1 to 10000"
            },
            { 4, "exits: { stop_ticks: 8.5 }", "'8.5' is not a whole number from 1 to 10000; write for example 8" },
            { 4, "exits: { stop_ticks: 8, target_ticks: 0 }", "exits.target_ticks: '0' is not a whole number from 1" },
            { 4, "exits: { target_ticks: 12 }", "the exits have no stop, and no position may be open without one" },
            { 4, "exits: { stop_ticks: 8, stop_atr: 1.5 }", "exits.stop_atr: exits.stop_ticks is given too" },
            { 4, "exits: { stop_ticks: 8, time: 30 }", "exits.time: '30' is not a length of time with its unit" },
            { 4, "hours: night", "hours: 'night' is not rth or eth or all" },
            { 4, "session: { no_entry: \"15:55:00\", flat: \"15:45:00\" }", "15:45:00 is not after session.no_entry 15:55:00" },
            { 4, "session: { flat: \"25:00:00\" }", "'25:00:00' is not a time of day in New York" },
            { 4, "session: { calendar: nyse }", "session.calendar: 'nyse' is not exchange or none" },
            {
                5,
                "data:\n  validation: 2022-06..2023-06\n  train: 2019..2022",
                "data.validation: 2022-06-01..2023-06-30 overlaps data.train"
            },
            { 4, "data: { validation: 2020, test: 2019 }", "data.test: 2019-01-01..2019-12-31 lies before data.validation" },
            { 4, "data: { train: 2022..2019 }", "'2022..2019' is not a period from an earlier to a later date" },
            { 4, "data: { train: 2022-02-30 }", "'2022-02-30' is not a period" },
            { 4, "risk: none", "risk: 'none' stands here instead of off or a map; write off, or a map of its keys" },
            { 4, "risk: { daily_loss: 5% }", "5% is a share of a capital that is not given; add risk.capital" },
            { 4, "risk: { daily_loss: 0 }", "'0' is neither an amount nor a share above zero" },
            {
                4,
                "risk: { capital: 1000, per_trade: 60, daily_loss: 50 }",
                "risk.daily_loss: 50.00 dollars are less than the 60.00 of risk.per_trade"
            },
            { 4, "risk: { capital: 1000, kill: 100% }", "risk.kill: 1000.00 dollars are the whole capital" },
            { 4, "risk: { streaks: { many: 15m } }", "risk.streaks.many: 'many' is not a whole number from 1 to 100" },
            { 4, "risk: { streaks: { 3: 15m, 3: 30m } }", "risk.streaks.3: this key is given twice" },
            { 4, "costs: { per_side: -0.42 }", "'-0.42' is not an amount in dollars, at least 0" },
            { 4, "costs: { preset: cheap }", "costs.preset: 'cheap' is not a-original or" },
            { 4, "costs: { per_side: 0.42, preset: ib }", "costs.preset: costs.per_side is given too" },
            { 4, "size: { contracts: 0 }", "'0' is not a whole number from 1 to 1000" },
            {
                4,
                "size: { tiers: [{ up_to: 1000, contracts: 1, risk: 2% }] }",
                "the bounds of the tiers do not rise to an open end"
            },
            { 4, "size: { tiers: [{ contract: 1, risk: 2% }] }", "a tier has no such key; did you mean contracts?" },
            { 4, "features:", "features: nothing stands behind this key" },
            { 4, "model: { kind: xgbost }", "model.kind: 'xgbost' is not boosted-trees or" },
            { 4, "venue: { account: ${NO_SUCH} }", "venue.account: the environment has no variable NO_SUCH" },
            { 4, "venue: { account: \"${KEEL_TOPSTEPX_KEY}\" }", "KEEL_TOPSTEPX_KEY is a secret, which a profile must not hold" },
            { 4, "venue: { api_key: hunter2 }", "venue.api_key: a credential must not stand in a profile" },
            { 4, "venue: { api: \"http://example.com\" }", "http://example.com is neither encrypted nor on this machine" },
            { 4, "venue: { api: \"https://me:hunter2@example.com\" }", "the address holds credentials" },
            {
                4,
                "trading: { flatten_time: \"15:55:00\" }",
                "trading.flatten_time: Keel has another name for this key; write session.flat"
            },
            { 4, "name: &mark a", "'&mark' marks a part for reuse" },
            { 4, "name: *mark", "'*mark' refers to another part of the file" },
            { 4, "name: !!str a", "is a type mark" },
            { 4, "costs: { preset: binance }", "costs.preset: binance has no fee for CME:MES" },
            { 4, "name: [a\nhours: rth", "this is no valid YAML (a bracket or quote is left open)" },
            { 4, "---\nname: second", "a second document begins here" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_bad_profile_tells_the_line_the_key_and_the_remedy(int line, string added, string fragment)
    {
        var problems = Reads.Problems(Reads.Least + added);

        var told = string.Join('\n', problems);
        Assert.Contains(fragment, told, StringComparison.Ordinal);
        var problem = problems.First(one => one.ToString().Contains(fragment, StringComparison.Ordinal));
        Assert.Equal(line, problem.Place.Line);
        Assert.StartsWith($"p.yaml:{line}: ", problem.ToString(), StringComparison.Ordinal);
        Assert.Single(problems, one => one.Path == problem.Path);
        Assert.DoesNotContain("hunter2", told, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "p.yaml:1: the profile is empty")]
    [InlineData("# only a remark\n", "p.yaml:1: the profile is empty")]
    [InlineData("- MES\n", "p.yaml:1: a list stands here instead of a map of keys")]
    [InlineData("MES\n", "p.yaml:1: a single value stands here instead of a map of keys")]
    [InlineData(
        "bars: 5m\nstrategy: { name: trend }\n",
        "p.yaml:1: instrument: this key is missing; write for example instrument: MES"
    )]
    [InlineData("bars: 5m\ninstrument: MES\nstrategy: { fast: 9 }\n", "p.yaml:3: strategy.name: this key is missing")]
    [InlineData("bars: 5m\ninstrument: MES\nstrategy: ema-cross\n", "write for example strategy: { name: ema-cross }")]
    [InlineData("bars: 5m\ninstrument: MSE\nstrategy: { name: trend }\n", "p.yaml:2: instrument: 'MSE' is unknown")]
    [InlineData(
        "bars: 5m\ninstrument: MES.FUT\nstrategy: { name: trend }\n",
        "it stands for several contracts; write MES or MES.v.0"
    )]
    [InlineData(
        "bars: 7\ninstrument: MES\nstrategy: { name: trend }\n",
        "p.yaml:1: bars: '7' is not a length of bars (1s, 5m, 4h, 1d); write for example 5m"
    )]
    [InlineData("\0\u0001binary", "p.yaml: this is no text")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "nested too deeply")]
    public void What_is_no_profile_at_all_is_told(string yaml, string fragment) =>
        Assert.Contains(Reads.Problems(yaml), problem => problem.ToString().Contains(fragment, StringComparison.Ordinal));

    [Fact]
    public void All_problems_are_told_at_once_in_the_order_of_their_lines()
    {
        var problems = Reads.Problems(
            """
            instrument: MES
            bars: five
            strategy: { fast: 9 }
            exits: { target_ticks: 12, stop_tik: 8 }
            risk: { per_trade: 60, daily_loss: 50, capitl: 1000 }
            """,
            "size.contracts=0"
        );

        Assert.Equal([2, 3, 4, 4, 5, 5], problems.SkipLast(1).Select(problem => problem.Place.Line));
        Assert.StartsWith("--set size.contracts: '0' is not a whole number", problems[^1].ToString(), StringComparison.Ordinal);
    }
}
