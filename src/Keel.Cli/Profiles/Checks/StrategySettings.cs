using Keel.Cli.Profiles.Keys;
using Keel.Strategies.Registry;

namespace Keel.Cli.Profiles.Checks;

/// <summary>The strategy is known and takes these settings. One that is not known may be a user's own, so that only a slip of a known name is an error.</summary>
internal sealed class StrategySettings(
    StrategyKinds strategies,
    ProfileValues values,
    IReadOnlyList<StrategyParameter> parameters
)
{
    /// <summary>Notes what is wrong, and what may be.</summary>
    public void Check(ProblemList problems, ProblemList doubts)
    {
        if (!values.TryGet(MarketKeys.Strategy, out var name))
        {
            return;
        }

        if (strategies.TryFind(name) is { } kind)
        {
            Settings(kind, problems);
        }
        else if (strategies.Nearest(name) is { } near)
        {
            Note(problems, $"there is no strategy '{name}'", $"did you mean {near}? A strategy of your own needs --assembly");
        }
        else
        {
            Note(
                doubts,
                $"there is no strategy '{name}' here, so its settings were not checked",
                "name the assembly that holds it with --assembly, or see keel strategies list"
            );
        }
    }

    private void Settings(StrategyKind kind, ProblemList problems)
    {
        var given = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Text, StringComparer.Ordinal);
        foreach (var wrong in kind.Problems(given))
        {
            if (parameters.FirstOrDefault(one => one.Name == wrong.Setting) is { } parameter)
            {
                problems.Add(parameter.Place, $"strategy.{parameter.Name}", wrong.Message, wrong.Remedy);
            }
            else
            {
                Note(problems, wrong.Message, wrong.Remedy);
            }
        }
    }

    private void Note(ProblemList list, string what, string remedy) =>
        list.Add(values.PlaceOf(MarketKeys.Strategy), MarketKeys.Strategy.Path, what, remedy);
}
