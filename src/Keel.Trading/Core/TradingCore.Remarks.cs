namespace Keel.Trading.Core;

// What a result should say beside its figures.
public sealed partial class TradingCore
{
    /// <summary>What whoever reads the result has to know: each a sentence.</summary>
    public IReadOnlyList<string> Remarks
    {
        get
        {
            var remarks = new List<string>();
            if (margin is { DaysShort: > 0 })
            {
                remarks.Add(
                    $"On {Days(margin.DaysShort)} the account did not have the margin of a position that was wanted or held; it was refused, or closed."
                );
            }

            if (margin is { DaysUncertain: > 0 })
            {
                remarks.Add(
                    $"On {Days(margin.DaysUncertain)} the exchange's margin is not known, and an estimate or a broker's figure stands in for it."
                );
            }

            if (prop?.Account is { State.BreachedAt: { } at } lost)
            {
                remarks.Add($"The prop account {lost.Rules.Account} was lost at {at}, and nothing was traded from then on.");
            }

            if (CrossedLots > 0)
            {
                remarks.Add(
                    $"Strategies crossed {CrossedLots} lots among themselves at the last price, without costs and without the venue."
                );
            }

            return remarks;
        }
    }

    private static string Days(int count) => count == 1 ? "1 day" : $"{count} days";
}
