using System.Text.Json;
using Keel.Cli.Console;
using Keel.Cli.Profiles;

namespace Keel.Cli.Tests.Profiles;

public sealed class ConfigVerbTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("keel-profiles-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_shipped_profile_is_valid()
    {
        var files = Directory.GetFiles(Shipped(), "*.yaml");

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var outcome = Run("", "check", file);
            Assert.Equal(0, outcome.Code);
            Assert.All(
                outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                line => Assert.StartsWith("warning: ", line, StringComparison.Ordinal)
            );
            Assert.Contains("is valid: " + Path.GetFileNameWithoutExtension(file), outcome.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("MES", "5m", "ema-cross", "1000", "50")]
    [InlineData("MCL", "1m", "trend", "10000", "[200, 5%]")]
    [InlineData("MGC", "1d", "trend", "2500.50", "5%")]
    [InlineData("MES.v.0", "15m", "momentum-15m", "100", "49")]
    [InlineData("Binance:BTCUSDT", "15m", "momentum-15m", "1000", "30")]
    public void A_new_profile_is_valid(string instrument, string bars, string strategy, string capital, string loss)
    {
        var file = Path.Combine(folder.FullName, "inner", "mine.yaml");
        var made = Run(
            "",
            [
                "new",
                "--instrument",
                instrument,
                "--bars",
                bars,
                "--strategy",
                strategy,
                "--capital",
                capital,
                "--daily-loss",
                loss,
                "--out",
                file,
            ]
        );

        Assert.Equal((0, ""), (made.Code, made.Error));
        Assert.Equal(0, Run("", "check", file).Code);
    }

    [Fact]
    public void Five_questions_make_a_profile_and_an_empty_answer_takes_the_suggestion()
    {
        var file = Path.Combine(folder.FullName, "asked.yaml");
        var made = Run("MSE\nMES\n1m\n\n2000\n\n", "new", "--out", file, "--json");

        Assert.Equal(0, made.Code);
        Assert.Contains("What do you trade? [MES] 'MSE' is unknown", made.Error, StringComparison.Ordinal);
        Assert.Equal("asked", JsonDocument.Parse(made.Output).RootElement.GetProperty("name").GetString());
        Assert.True(ProfileFile.TryLoad(file, Reads.Source(), out var profile, out _));
        Assert.Equal(("MES", "1m", "ema-cross"), (profile.Instrument.ToString(), profile.Bars.ToString(), profile.Strategy));
    }

    [Fact]
    public void Questions_without_answers_end_with_the_option_to_give()
    {
        var made = Run("MES\n", "new", "--out", Path.Combine(folder.FullName, "none.yaml"));

        Assert.Equal(2, made.Code);
        Assert.Contains("remedy: give it with --bars", made.Error, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles());
    }

    [Theory]
    [InlineData("--capital", "nothing", "'nothing' is not an amount in dollars")]
    [InlineData("--daily-loss", "1200", "risk.daily_drawdown")]
    [InlineData("--daily-loss", "5", "2.50 dollars, too little for a stop of 4 ticks in MES")]
    [InlineData("--instrument", "ES", "trade a smaller instrument, or raise the daily loss")]
    public void A_bad_answer_writes_no_file(string option, string answer, string fragment)
    {
        var file = Path.Combine(folder.FullName, "bad.yaml");
        var made = Run("\n\n\n\n\n", "new", option, answer, "--out", file);

        Assert.Equal(2, made.Code);
        Assert.Contains(fragment, made.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void A_file_that_is_there_is_kept_unless_forced()
    {
        var file = Path.Combine(folder.FullName, "kept.yaml");
        File.WriteAllText(file, "mine");

        var refused = Run("\n\n\n\n\n", "new", "--out", file);
        Assert.Equal(2, refused.Code);
        Assert.Contains("is already there", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));

        Assert.Equal(0, Run("\n\n\n\n\n", "new", "--out", file, "--force").Code);
        Assert.Equal(0, Run("", "check", file).Code);
    }

    [Fact]
    public void A_bad_profile_ends_with_2_and_tells_every_problem_on_a_line_of_its_own()
    {
        var file = Path.Combine(folder.FullName, "bad.yaml");
        File.WriteAllText(file, "instrument: MES\nbars: 5\nstrategi: { name: trend }\n");

        var told = Run("", "check", file, "--set", "hours=never");

        Assert.Equal((2, ""), (told.Code, told.Output));
        var lines = told.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith($"{file}:2: bars: ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Json_is_one_document_whether_valid_or_not()
    {
        var file = Path.Combine(folder.FullName, "some.yaml");
        File.WriteAllText(file, Reads.Least + "exits: { stop_ticks: 0 }");

        var bad = Run("", "check", file, "--json");
        var problem = JsonDocument.Parse(bad.Output).RootElement.GetProperty("problems")[0];
        Assert.Equal(2, bad.Code);
        Assert.Equal((4, "exits.stop_ticks"), (problem.GetProperty("line").GetInt32(), problem.GetProperty("path").GetString()));

        var good = Run("", "check", file, "--json", "--set", "exits.stop_ticks=8", "--set", "strategy.fast=9");
        var settings = JsonDocument.Parse(good.Output).RootElement.GetProperty("settings");
        Assert.Equal(0, good.Code);
        Assert.Equal("8", settings.GetProperty("exits.stop_ticks").GetString());
        Assert.Equal("9", settings.GetProperty("strategy.fast").GetString());
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_in_one_line()
    {
        var told = Run("", "check", Path.Combine(folder.FullName, "absent.yaml"));

        Assert.Equal(2, told.Code);
        Assert.EndsWith(
            "absent.yaml: there is no such file; name a profile, or make one with keel config new\n",
            told.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Keys_are_a_table_and_a_document()
    {
        var table = Run("", "keys", "--filter", "stop_ticks").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("key", table[0], StringComparison.Ordinal);
        Assert.Contains(table, line => line.StartsWith("exits.stop_ticks ", StringComparison.Ordinal));

        var keys = JsonDocument.Parse(Run("", "keys", "--json").Output).RootElement.GetProperty("keys");
        Assert.Equal(ProfileSchema.Keys.Count, keys.GetArrayLength());
    }

    [Theory]
    [InlineData("new")]
    [InlineData("check")]
    [InlineData("keys")]
    public void Help_has_an_example(string verb) =>
        Assert.Contains($"Examples:\n  ./keel config {verb}", Run("", verb, "--help").Output, StringComparison.Ordinal);

    private static (int Code, string Output, string Error) Run(string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var typed = new StringReader(input);
        System.Console.SetIn(typed);
        var terminal = new Terminal(output, error, isInteractive: false, width: 120);
        var code = CommandLine.Run(["config", .. arguments], terminal);
        return (code, output.ToString(), error.ToString());
    }

    private static string Shipped() => Path.Combine(CheckoutFolder.Path, "configs");
}
