using Keel.Domain.Markets;
using Keel.Strategies.Registry;
using Keel.Strategies.Rules;
using Keel.Trading.Strategies;

namespace Keel.Strategies.Tests.Registry;

public class StrategyKindTests
{
    private static readonly StrategyKinds Kinds = StrategyKinds.With(typeof(StrategyKindTests).Assembly);

    [Fact]
    public void Settings_are_the_constructors_parameters_in_words_of_a_profile()
    {
        var settings = Kinds.Find("thorough").Settings;

        Assert.Equal(
            [
                "stop_bars a whole number ",
                "share a number 0.5",
                "is_quick true or false false",
                "style calm or very_wild very_wild",
                "most a whole number -",
            ],
            settings.Select(one => $"{one.Name} {one.Kind} {(one.Standard is "" ? "-" : one.Standard)}")
        );
    }

    [Fact]
    public void What_is_given_is_what_the_strategy_gets()
    {
        var made = (Thorough)Make("stop_bars=7 share=0.25 is_quick=on style=calm most=3");

        Assert.Equal((7, 0.25, true, Style.Calm, 3), (made.StopBars, made.Share, made.IsQuick, made.Style, made.Most));
    }

    [Fact]
    public void What_is_not_given_is_the_default()
    {
        var made = (Thorough)Make("stop_bars=7");

        Assert.Equal((0.5, false, Style.VeryWild, (int?)null), (made.Share, made.IsQuick, made.Style, made.Most));
    }

    [Theory]
    [InlineData("", "stop_bars", "strategy.stop_bars is missing")]
    [InlineData("stop_bars=7.5", "stop_bars", "'7.5' is not a whole number")]
    [InlineData("stop_bars=99999999999", "stop_bars", "'99999999999' is not a whole number")]
    [InlineData("stop_bars=7 share=0,5", "share", "'0,5' is not a number")]
    [InlineData("stop_bars=7 share=NaN", "share", "'NaN' is not a number")]
    [InlineData("stop_bars=7 share=1e999", "share", "'1e999' is not a number")]
    [InlineData("stop_bars=7 is_quick=1", "is_quick", "'1' is not true or false")]
    [InlineData("stop_bars=7 style=Calm", "style", "'Calm' is not calm or very_wild")]
    [InlineData("stop_bars=7 stop_bar=7", "stop_bar", "thorough has no setting 'stop_bar'")]
    [InlineData("stop_bars=0", "stop_bars", "must be greater than or equal to '1'")]
    [InlineData("stop_bars=13", null, "thirteen brings bad luck")]
    public void What_is_wrong_names_its_setting(string given, string? setting, string fragment)
    {
        var wrong = Assert.Throws<StrategyException>(() => Make(given));

        Assert.Equal(setting, wrong.Setting);
        Assert.Contains(fragment, wrong.Message, StringComparison.Ordinal);
        Assert.NotEmpty(wrong.Remedy);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Assert.Equal(["sharre", "stop_bars"], Kinds.Find("thorough").Problems(Given("sharre=1")).Select(one => one.Setting));

    [Fact]
    public void An_assembly_of_the_user_wins_where_names_are_equal()
    {
        Assert.Equal(typeof(OtherFlat), Kinds.Find("always-flat").Type);
        Assert.Equal(typeof(AlwaysFlat), StrategyKinds.Own.Find("always-flat").Type);
    }

    [Theory]
    [InlineData("thorougg", "did you mean thorough?")]
    [InlineData("something-else", "name your own with --assembly")]
    public void A_strategy_that_is_not_there_is_told_with_what_is(string name, string remedy)
    {
        var wrong = Assert.Throws<StrategyException>(() => Kinds.Find(name));

        Assert.Contains(remedy, wrong.Remedy, StringComparison.Ordinal);
    }

    private static Strategy Make(string given) => Kinds.Find("thorough").Create(Given(given));

    private static Dictionary<string, string> Given(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}

/// <summary>A strategy with a setting of every kind.</summary>
[Strategy("thorough", "Takes settings of every kind.")]
public sealed class Thorough : Strategy
{
    public Thorough(int stopBars, double share = 0.5, bool isQuick = false, Style style = Style.VeryWild, int? most = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stopBars, 1);
        if (stopBars == 13)
        {
            throw new InvalidOperationException("thirteen brings bad luck");
        }

        (StopBars, Share, IsQuick, Style, Most) = (stopBars, share, isQuick, style, most);
    }

    public int StopBars { get; }

    public double Share { get; }

    public bool IsQuick { get; }

    public Style Style { get; }

    public int? Most { get; }

    public override void OnBar(in Bar bar, StrategyDesk desk) { }
}

/// <summary>Takes the name of one of Keel's own.</summary>
[Strategy("always-flat", "Never enters either.")]
public sealed class OtherFlat : Strategy
{
    public override void OnBar(in Bar bar, StrategyDesk desk) { }
}

/// <summary>Words.</summary>
public enum Style
{
    Calm,
    VeryWild,
}
