using Keel.Cli.Profiles.Keys;
using Keel.Trading.Risk;

namespace Keel.Cli.Profiles.Checks;

/// <summary>The limits leave room for one contract: where its worst case is more than a trade or a day may lose, nothing would ever be entered.</summary>
internal static class OneContract
{
    private static readonly ProfileKey<LossLimit>[] Limits = [RiskKeys.PerTrade, RiskKeys.Heat, RiskKeys.DailyLoss];

    /// <summary>Notes limits that refuse every entry.</summary>
    public static void Check(ProfileValues values, ProblemList problems)
    {
        if (!IsReference(values))
        {
            Compare(values, problems);
        }
    }

    /// <summary>Notes the same of a reference job, where it is a result like any other: every program must refuse all its signals.</summary>
    public static void Doubt(ProfileValues values, ProblemList doubts)
    {
        if (IsReference(values))
        {
            Compare(values, doubts);
        }
    }

    private static bool IsReference(ProfileValues values) => !values.Get(MarketKeys.Margin);

    private static void Compare(ProfileValues values, ProblemList notes)
    {
        _ = values.TryGet(RiskKeys.Capital, out var capital);
        if (WorstCase.OfOne(values) is not { } worst)
        {
            return;
        }

        foreach (var key in Limits)
        {
            if (values.TryGet(key, out var limit) && limit.At(capital).Amount is var bound && bound > 0 && worst.Dollars > bound)
            {
                notes.Add(
                    values.PlaceOf(worst.Stop),
                    worst.Stop.Path,
                    $"one contract can lose {worst.Dollars:0.00} dollars at this stop, slippage and costs included, and {key.Path} allows {bound:0.00}",
                    $"bring the stop nearer, raise {key.Path}, or trade a smaller instrument"
                );
                return;
            }
        }
    }
}
