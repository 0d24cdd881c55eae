using Keel.Cli.Profiles.Keys;
using Keel.Domain;
using Keel.Trading.Risk;

namespace Keel.Cli.Profiles.Checks;

/// <summary>The limits can all be true: each reaches no further than the next, and the last leaves something of the capital.</summary>
internal static class RiskLimits
{
    private static readonly ProfileKey<LossLimit>[] Ladder =
    [
        RiskKeys.PerTrade,
        RiskKeys.DailyLoss,
        RiskKeys.DailyDrawdown,
        RiskKeys.AccountDrawdown,
        RiskKeys.Kill,
    ];

    // The week and the open positions have ladders of their own: a day's drawdown may be more than a week's loss.
    private static readonly ProfileKey<LossLimit>[][] Ladders =
    [
        Ladder,
        [RiskKeys.DailyLoss, RiskKeys.WeeklyLoss, RiskKeys.Kill],
        [RiskKeys.PerTrade, RiskKeys.Heat],
    ];

    private static readonly ProfileKey<LossLimit>[] All = [.. Ladder, RiskKeys.WeeklyLoss, RiskKeys.Heat];

    /// <summary>Compares the limits at the capital with which the account starts.</summary>
    public static void Check(ProfileValues values, ProblemList problems)
    {
        var known = values.TryGet(RiskKeys.Capital, out var capital);
        var comparable = true;
        foreach (var key in All)
        {
            if (!known && values.TryGet(key, out var limit) && limit.Share > 0)
            {
                comparable = false;
                const string remedy = "add risk.capital, the dollars with which the risk account starts";
                problems.Add(values.PlaceOf(key), key.Path, $"{limit} is a share of a capital that is not given", remedy);
            }
        }

        if (comparable)
        {
            foreach (var ladder in Ladders)
            {
                Compare(ladder, values, capital, known, problems);
            }
        }
    }

    private static void Compare(
        ProfileKey<LossLimit>[] ladder,
        ProfileValues values,
        Money capital,
        bool known,
        ProblemList problems
    )
    {
        ProfileKey<LossLimit>? before = null;
        foreach (var key in ladder)
        {
            if (!values.TryGet(key, out var limit) || problems.Names(key))
            {
                continue;
            }

            var bound = limit.At(capital);
            if (before is not null && values.Get(before).At(capital) is var smaller && smaller > bound)
            {
                problems.Add(
                    values.PlaceOf(key),
                    key.Path,
                    $"{bound} dollars are less than the {smaller} of {before.Path}, which could never be used up",
                    "raise the one or lower the other"
                );
            }
            else if (known && bound >= capital)
            {
                problems.Add(
                    values.PlaceOf(key),
                    key.Path,
                    $"{bound} dollars are the whole capital of {capital}",
                    "leave something: lower the limit or raise risk.capital"
                );
            }

            before = key;
        }
    }
}
