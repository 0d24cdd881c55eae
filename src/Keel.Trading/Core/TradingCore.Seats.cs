using Keel.Domain.Markets;
using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;
using Keel.Trading.Setup;
using Keel.Trading.Sizing;

namespace Keel.Trading.Core;

// What is made once for each strategy, and what is measured only where a size depends on it.
public sealed partial class TradingCore
{
    private Seat NewSeat(int index, SeatPlan plan)
    {
        var budget = plan.Budget is { } own ? new SeatBudget(index, own, new EntryReview(plan.Controls(own))) : null;
        return new Seat(this, index, plan, budget, Counts<SizeMethod.Kelly>(review) || Counts<SizeMethod.Kelly>(budget?.Review));
    }

    /// <summary>Each strategy is shown the bars of its own length, when they are over.</summary>
    private void Join(in Bar bar)
    {
        foreach (var seat in seats)
        {
            seat.Take(in bar, Now);
            NextWake = Math.Min(NextWake, seat.BarEnds);
        }
    }

    private void Measure(in Bar bar)
    {
        conditions?.Update(in bar, Day, minutes.At(bar.OpenTime.UnixNanoseconds));
        volatility?.Update(in bar, Day);
    }

    private bool CountsByVolatility() =>
        Counts<SizeMethod.Volatility>(review) || Array.Exists(seats, seat => Counts<SizeMethod.Volatility>(seat.Budget?.Review));

    private static bool Counts<T>(EntryReview? review)
        where T : SizeMethod => review?.Find<SizingControl>()?.Method is T;
}
