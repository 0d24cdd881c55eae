using Keel.Cli.Profiles.Keys;
using Keel.Cli.Profiles.Text;
using Keel.Cli.Profiles.Values;
using NodaTime;

namespace Keel.Cli.Profiles.Drafting;

/// <summary>One of the five questions behind a new profile; the answer obeys the rule of a key.</summary>
internal sealed record ProfileQuestion(string Option, string Text, string Standard, ProfileKey Key)
{
    /// <summary>The questions in their order.</summary>
    public static ProfileQuestion[] All { get; } =
    [
        new("--instrument", "What do you trade?", "MES", MarketKeys.Instrument),
        new("--bars", "How long is a bar?", "5m", MarketKeys.Bars),
        new("--strategy", "Which strategy?", "ema-cross", MarketKeys.Strategy),
        new("--capital", "With how many dollars does the account start?", "1000", RiskKeys.Capital),
        new("--daily-loss", "How much may a day lose (dollars, a share, or the larger of both)?", "50", RiskKeys.DailyLoss),
    ];

    /// <summary>The answer as a value; null when the key's rule refuses it, and then why.</summary>
    public object? Read(string answer, LocalDate today, out ProfileProblem? trouble)
    {
        var problems = new ProblemList();
        var environment = new EnvironmentNames(_ => null, problems);
        var place = Place.OfOverride(Option);
        var node = ProfileTree.Read(answer, _ => place, "", environment, problems) ?? new ScalarNode(place, "", Quoted: false);
        var value = problems.IsEmpty ? Key.Rule.Read(node, "", new Reading(problems, today)) : null;
        trouble = problems.IsEmpty ? null : problems.InOrder()[0];
        return value;
    }
}
