using System.Text.Json;
using Keel.Cli.Console;

namespace Keel.Cli.Tests.Profiles;

/// <summary>Mistakes that a trader makes in a profile, as <c>backtest</c> tells them: exit code 2, the line, what is wrong, what to do. The data file does not exist, so that whatever is told is told before any data is read.</summary>
public sealed class ConfigurationErrorTests : IDisposable
{
    private const string Good = """
        name: mine
        instrument: MES
        bars: 1m
        strategy: { name: ema-cross, fast: 9, slow: 21 }
        exits: { stop_ticks: 8, target_ticks: 12 }
        costs: { per_side: 0.42 }
        risk: { capital: 1000, per_trade: 25, daily_loss: 50 }

        """;

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string, string, string, string> InFiles =>
        new()
        {
            // A part of the good profile, what stands there instead, what is told, the remedy. The line is that of the part.
            {
                "exits: { stop_ticks",
                "exits: { stop_tick",
                "exits.stop_tick: there is no such key",
                "did you mean exits.stop_ticks?"
            },
            { "exits:", "exit:", "exit: there is no such key", "did you mean exits?" },
            { "instrument: MES", "instrument: MEZ", "'MEZ'", "MES" },
            { "bars: 1m", "bars: 7x", "'7x' is not a length of bars", "5m" },
            { "name: ema-cross", "name: ema-cros", "there is no strategy 'ema-cros'", "did you mean ema-cross?" },
            { "name: ema-cross", "name: my-own", "there is no strategy 'my-own'", "name your own with --assembly" },
            { "fast: 9", "fst: 9", "ema-cross has no setting 'fst'", "did you mean fast?" },
            { "fast: 9", "fast: nine", "'nine' is not a whole number", "give fast as a whole number" },
            { "fast: 9", "fast: 9.5", "'9.5' is not a whole number", "give fast as a whole number" },
            { "fast: 9", "fast: 0", "must be greater than or equal to '1'", "what ema-cross takes" },
            { "fast: 9", "fast: 21", "slow (21) must be greater than fast (21)", "what ema-cross takes" },
            { "fast: 9", "fast: 30", "slow (21) must be greater than fast (30)", "what ema-cross takes" },
            { "slow: 21", "reverse: yes", "'yes' is not true or false", "give reverse as true or false" },
            { "stop_ticks: 8", "stop_ticks: eight", "'eight' is not a whole number from 1", "write for example 8" },
            { "stop_ticks: 8", "stop_ticks: 0", "'0' is not a whole number from 1", "write for example 8" },
            {
                "target_ticks: 12",
                "target_ticks: 0",
                "exits.target_ticks: '0' is not a whole number from 1",
                "write for example 8"
            },
            { "stop_ticks: 8", "stop_ticks: 8, stop_atr: 1.5", "exits.stop_ticks is given too", "keep one" },
            { "stop_ticks: 8, ", "", "the exits have no stop", "add exits.stop_ticks" },
            {
                "stop_ticks: 8",
                "stop_ticks: 8, trail_step_ticks: 2",
                "the stop never begins to follow",
                "add exits.trail_start_ticks"
            },
            {
                "stop_ticks: 8",
                "stop_ticks: 8, exit_confidence: 0.7, reverse_confidence: 0.6",
                "turned round where it may not even be left",
                "raise the one"
            },
            {
                "stop_ticks: 8",
                "stop_ticks: 20",
                "one contract can lose 27.09 dollars at this stop, slippage and costs included, and risk.per_trade allows 25.00",
                "bring the stop nearer"
            },
            { "stop_ticks: 8", "stop_amount: 25", "one contract can lose 27.09 dollars", "trade a smaller instrument" },
            { "instrument: MES", "instrument: ES", "one contract can lose 113.34 dollars", "trade a smaller instrument" },
            { "per_trade: 25", "per_trade: 0.5%", "risk.per_trade allows 5.00", "raise risk.per_trade" },
            { "per_trade: 25, daily_loss: 50", "daily_loss: 10", "risk.daily_loss allows 10.00", "raise risk.daily_loss" },
            { "daily_loss: 50", "daily_loss: 20", "20.00 dollars are less than the 25.00 of risk.per_trade", "raise the one" },
            {
                "daily_loss: 50",
                "weekly_loss: 40, daily_loss: 50",
                "40.00 dollars are less than the 50.00 of risk.daily_loss",
                "lower"
            },
            { "daily_loss: 50", "daily_loss: 1000", "1000.00 dollars are the whole capital", "leave something" },
            {
                "daily_loss: 50",
                "kill: 60%, account_drawdown: 70%",
                "risk.kill: 600.00 dollars are less than the 700.00",
                "raise"
            },
            { "daily_loss: 50", "heat: 20", "20.00 dollars are less than the 25.00 of risk.per_trade", "raise the one" },
            { "daily_loss: 50", "trades_per_day: 3, losses_per_day: 4", "4 losses cannot happen within", "raise the one" },
            { "daily_loss: 50", "streaks: { 3: 30m, 5: 15m }", "5 losses pause for less than 3 do", "raise the one" },
            { "daily_loss: 50", "streaks: { 3: 15 }", "'15' is not a length of time with its unit", "write for example 30m" },
            { "capital: 1000, per_trade: 25", "per_trade: 2.5%", "a share of a capital that is not given", "add risk.capital" },
            {
                "risk: {",
                "size: { fixed_fraction: 2% }\nrisk2: {",
                "this size follows a capital that is not given",
                "add risk.capital"
            },
            {
                "risk: {",
                "size: { contracts: 5, max_contracts: 2 }\nrisk: {",
                "2 is less than size.contracts 5",
                "lower the one"
            },
            { "costs: { per_side: 0.42 }", "costs: { preset: bybit }", "bybit has no fee for CME:MES", "give costs.per_side" },
            { "costs: { per_side: 0.42 }", "costs: { preset: cheap }", "'cheap' is not", "write for example" },
            { "costs: { per_side: 0.42 }", "costs: { per_side: -1 }", "'-1' is not an amount", "write for example" },
            {
                "costs:",
                "session: { no_entry: \"15:55:00\", flat: \"15:45:00\" }\ncosts:",
                "15:45:00 is not after session.no_entry 15:55:00",
                "let entries end before"
            },
            {
                "costs:",
                "session: { start: \"14:30:00\", end: \"09:00:00\" }\ncosts:",
                "09:00:00 is not after session.start",
                "give the later time"
            },
            { "costs:", "session: { start: \"09:00:00\" }\ncosts:", "session.end is not given", "add session.end" },
            {
                "costs:",
                "session: { start: \"09:00:00\", end: \"15:00:00\", no_entry: \"08:00:00\" }\ncosts:",
                "nothing would ever be entered",
                "let entries end after they begin"
            },
            {
                "costs:",
                "session: { ladder: { 30m: no_entry, 15m: half_size } }\ncosts:",
                "half_size at 15m before the end comes after no_entry at 30m",
                "half_size, no_entry, exit_passive, exit_market"
            },
            {
                "costs:",
                "session: { ladder: { 5m: no_entry, 15m: no_entry } }\ncosts:",
                "no_entry stands there twice",
                "let the steps"
            },
            { "costs:", "data: { train: 2023, validation: 2022 }\ncosts:", "lies before data.train", "let train come first" },
        };

    public static TheoryData<string, string, string> ByOverrides =>
        new()
        {
            { "strategy.fast=60", "slow (21) must be greater than fast (60)", "see keel strategies list" },
            { "strategy.slow=5", "--set strategy.slow", "see keel strategies list" },
            { "strategy.name=trendd", "--set strategy.name: there is no strategy 'trendd'", "did you mean trend?" },
            { "strategy.fats=3", "--set strategy.fats: ema-cross has no setting 'fats'", "did you mean fast?" },
            { "exits.stop_ticks=wide", "--set exits.stop_ticks: 'wide' is not a whole number", "write for example 8" },
            { "exits.stop_ticks=40", "--set exits.stop_ticks: one contract can lose", "bring the stop nearer" },
            { "exits.stop_tics=4", "--set exits.stop_tics: there is no such key", "did you mean exits.stop_ticks?" },
            { "risk.capital=", "a share", "" },
            { "costs.per_side=", "mine.yaml has no costs", "add costs: { per_side: 0.42 }" },
            { "exits=", "mine.yaml cannot be traded", "add exits: { stop_ticks: 8 }" },
            { "stop", "--set stop", "path.to.key=value" },
        };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(InFiles))]
    public void A_mistake_in_the_file_is_told_with_its_line_and_a_remedy(string part, string instead, string what, string remedy)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        var line = 1 + Good[..Good.IndexOf(part, StringComparison.Ordinal)].Count(c => c == '\n');
        var file = Write(Good.Replace(part, instead, StringComparison.Ordinal));

        var (code, error) = Backtest(file);

        Assert.Equal(2, code);
        Assert.Contains(what, error, StringComparison.Ordinal);
        Assert.Contains(remedy, error, StringComparison.Ordinal);

        // What no contract fits into is told where the stop stands.
        var at =
            what.Contains("allows", StringComparison.Ordinal) || what.StartsWith("one contract", StringComparison.Ordinal)
                ? 5
                : line;
        Assert.Matches($@"mine\.yaml:({at}|{line + 1})\b", error);
        Assert.DoesNotContain("absent.csv", error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ByOverrides))]
    public void A_mistake_in_an_override_is_told_with_the_override_and_a_remedy(string setting, string what, string remedy)
    {
        var file = Write(Good.Replace("per_trade: 25", "per_trade: 2.5%", StringComparison.Ordinal));

        var (code, error) = Backtest(file, "--set", setting);

        Assert.Equal(2, code);
        Assert.Contains(what, error, StringComparison.Ordinal);
        Assert.Contains(remedy, error, StringComparison.Ordinal);
        Assert.DoesNotContain("absent.csv", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_good_profile_gets_as_far_as_its_data()
    {
        var (code, error) = Backtest(Write(Good));

        Assert.NotEqual(0, code);
        Assert.Contains("absent.csv", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Criteria_that_cannot_hold_together_are_told_but_do_not_stop_anything()
    {
        var text =
            Good.Replace("target_ticks: 12", "target_ticks: 6", StringComparison.Ordinal)
            + "criteria: { win_rate: 0.55, profit_factor: 1.2 }\n";
        var file = Write(text);

        var told = Backtest(file).Error;
        var (code, document) = Check(file);

        Assert.Contains(
            "mine.yaml:8: criteria.profit_factor: the criteria cannot hold together: a loser costs $13.34, a winner earns $5.41, "
                + "break-even is at 71.1 % wins; 55.0 % wins give a profit factor of 0.50, and 1.2 needs 74.7 %",
            told,
            StringComparison.Ordinal
        );
        Assert.Contains("absent.csv", told, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Equal("criteria.profit_factor", document.GetProperty("warnings")[0].GetProperty("path").GetString());
    }

    [Theory]
    [InlineData("target_ticks: 1", "no win rate can succeed")]
    [InlineData("target_ticks: 12, time: 30m", null)]
    public void A_target_that_its_costs_eat_up_is_told(string target, string? fragment)
    {
        var file = Write(Good.Replace("target_ticks: 12", target, StringComparison.Ordinal));

        var warnings = Check(file).Document.GetProperty("warnings");

        Assert.Equal(fragment is null ? 0 : 1, warnings.GetArrayLength());
        Assert.Contains(fragment ?? "", warnings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fills: { model: touch, latency: 1s }", "only the realistic fill model has a latency")]
    [InlineData("fills: { model: optimistic, slippage_ticks: 1 }", "the optimistic fill model has no slippage")]
    [InlineData("execution: { slippage_buffer_ticks: 2 }", "only a marketable limit order is priced through the market")]
    public void A_setting_without_effect_is_told(string line, string fragment)
    {
        var warnings = Check(Write(Good + line + "\n")).Document.GetProperty("warnings");

        Assert.Contains("this has no effect: " + fragment, warnings.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mes-5m-direction")]
    [InlineData("mes-1s-scalper")]
    [InlineData("momentum-15m")]
    public void A_strategy_that_a_later_release_brings_is_no_error_of_its_profile(string name)
    {
        var file = Write(Good.Replace("ema-cross, fast: 9, slow: 21", $"{name}, long_above: 0.6", StringComparison.Ordinal));

        Assert.Equal(0, Check(file).Code);
    }

    [Fact]
    public void A_reference_job_may_refuse_everything()
    {
        var file = Write(Good.Replace("stop_ticks: 8", "stop_ticks: 20", StringComparison.Ordinal) + "margin: off\n");

        var (code, document) = Check(file);

        Assert.Equal(0, code);
        Assert.Contains("27.09", document.GetProperty("warnings").ToString(), StringComparison.Ordinal);
    }

    private string Write(string text)
    {
        var file = Path.Combine(folder.Path, "mine.yaml");
        File.WriteAllText(file, text);
        return file;
    }

    private (int Code, string Error) Backtest(string file, params string[] more)
    {
        var (code, _, error) = Run(["backtest", "--config", file, "--data", Path.Combine(folder.Path, "absent.csv"), .. more]);
        return (code, error);
    }

    private static (int Code, JsonElement Document) Check(string file)
    {
        var (code, output, _) = Run(["config", "check", file, "--json"]);
        return (code, JsonDocument.Parse(output).RootElement.Clone());
    }

    private static (int Code, string Output, string Error) Run(string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(arguments, new Terminal(output, error, isInteractive: false, width: 120));
        return (code, output.ToString(), error.ToString());
    }
}
