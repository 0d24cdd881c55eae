using Keel.Cli.Profiles.Keys;

namespace Keel.Cli.Profiles.Checks;

/// <summary>Settings that are right by themselves but do nothing beside the others: whoever wrote them expects something of them.</summary>
internal static class NoEffect
{
    /// <summary>Notes them.</summary>
    public static void Check(ProfileValues values, ProblemList doubts)
    {
        if (values.Has(CostKeys.Latency) && values.Get(CostKeys.FillModel) != "realistic")
        {
            Note(values, doubts, CostKeys.Latency, "only the realistic fill model has a latency", "set fills.model: realistic");
        }

        if (
            values.Get(CostKeys.FillModel) == "optimistic"
            && values.Has(CostKeys.SlippageTicks)
            && values.Get(CostKeys.SlippageTicks) > 0
        )
        {
            Note(values, doubts, CostKeys.SlippageTicks, "the optimistic fill model has no slippage", "take another fills.model");
        }

        if (values.Has(CostKeys.SlippageBuffer) && values.Get(CostKeys.OrderType) != "marketable_limit")
        {
            Note(
                values,
                doubts,
                CostKeys.SlippageBuffer,
                "only a marketable limit order is priced through the market",
                "set execution.order_type: marketable_limit"
            );
        }
    }

    private static void Note(ProfileValues values, ProblemList doubts, ProfileKey key, string why, string remedy) =>
        doubts.Add(values.PlaceOf(key), key.Path, $"this has no effect: {why}", $"{remedy}, or remove this line");
}
