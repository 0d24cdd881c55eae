using FsCheck;
using FsCheck.Fluent;
using Keel.Data.Synthetic;
using Keel.Domain.Markets;

namespace Keel.Data.Tests.Synthetic;

/// <summary>What holds for every seed, model and size of edge.</summary>
public class AnyMarketTests
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20_240_102, 7);

    private static readonly Gen<SyntheticDay> AnyDay =
        from seed in Gen.Choose(int.MinValue, int.MaxValue)
        from model in Gen.Elements(MarketModel.RandomWalk, MarketModel.Clustered, MarketModel.Momentum, MarketModel.Reversion)
        from form in Gen.Elements(Enum.GetValues<PlantedEdge>())
        from edge in Gen.Choose(0, 50)
        from planted in Gen.Elements(true, false)
        select Markets.Mes(1, planted ? MarketModel.Planted(edge / 100.0, form) : model, seed).Day(0);

    [Fact]
    public void Bars_hold_together_lie_inside_the_session_and_follow_one_another() =>
        Prop.ForAll(Arb.From(AnyDay), Sound).Check(Fixed);

    private static bool Sound(SyntheticDay day)
    {
        var before = long.MinValue;
        foreach (var bar in Markets.SecondsOf(day))
        {
            var holds = Bar.Holds((int)bar.Open.InTicks, (int)bar.High.InTicks, (int)bar.Low.InTicks, (int)bar.Close.InTicks);
            var time = bar.OpenTime.UnixNanoseconds;
            if (
                !holds
                || bar.Volume.IsZero
                || time <= before
                || time % 1_000_000_000 != 0
                || !day.Session.Hours!.Contains(bar.OpenTime)
            )
            {
                return false;
            }

            before = time;
        }

        return before > long.MinValue;
    }
}
