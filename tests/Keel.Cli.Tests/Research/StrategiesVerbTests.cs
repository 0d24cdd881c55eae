using System.Text.Json;
using Keel.Cli.Console;

namespace Keel.Cli.Tests.Research;

public class StrategiesVerbTests
{
    [Fact]
    public void Keels_own_strategies_are_listed_with_their_settings()
    {
        var document = Document();

        Assert.Superset(
            new HashSet<string> { "always-flat", "buy-and-hold", "ema-cross", "random", "trend" },
            document.EnumerateArray().Select(one => one.GetProperty("name").GetString()!).ToHashSet()
        );
        var cross = document.EnumerateArray().Single(one => one.GetProperty("name").GetString() == "ema-cross");
        Assert.Equal(
            ["fast 20", "slow 50", "reverse false"],
            cross
                .GetProperty("settings")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("name").GetString()} {one.GetProperty("default").GetString()}")
        );
    }

    [Fact]
    public void The_table_says_what_each_does()
    {
        var (code, output, _) = Run("strategies", "list");

        Assert.Equal(0, code);
        Assert.Contains("ema-cross\n  Long when the fast average crosses above", output, StringComparison.Ordinal);
        Assert.Contains("  fast            default 20, a whole number\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_that_is_none_is_refused()
    {
        var (code, _, error) = Run("strategies", "list", "--assembly", "absent.dll");

        Assert.Equal(2, code);
        Assert.Contains("there is no such file", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_assembly_without_strategies_is_told_apart_from_one_with_them()
    {
        var (code, _, error) = Run("strategies", "list", "--assembly", typeof(Keel.Domain.Price).Assembly.Location);

        Assert.Equal(2, code);
        Assert.Contains("Keel.Domain has no public strategy", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("strategies")]
    [InlineData("results")]
    public void Help_has_examples(string verb) =>
        Assert.Contains($"Examples:\n  ./keel {verb} list", Run(verb, "--help").Output, StringComparison.Ordinal);

    private static JsonElement Document() =>
        JsonDocument.Parse(Run("strategies", "list", "--json").Output).RootElement.GetProperty("strategies").Clone();

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(arguments, new Terminal(output, error, isInteractive: false, width: 120));
        return (code, output.ToString(), error.ToString());
    }
}
