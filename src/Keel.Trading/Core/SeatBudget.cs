using Keel.Trading.Risk;
using Keel.Trading.Risk.Controls;

namespace Keel.Trading.Core;

/// <summary>A seat's own risk account and the controls that guard it. The pool's are asked besides: two ledgers, two conditions.</summary>
internal sealed class SeatBudget
{
    /// <summary>A budget of one seat; what its account tells from now on says whose it is.</summary>
    public SeatBudget(int seat, RiskAccount account, EntryReview review)
    {
        (Account, Review, Margin) = (account, review, review.Find<MarginControl>());
        account.Seat = seat;
    }

    /// <summary>Whose limits hold for the seat alone.</summary>
    public RiskAccount Account { get; }

    /// <summary>What an entry has to pass before the pool is asked.</summary>
    public EntryReview Review { get; }

    /// <summary>Its rule of margin; null without one.</summary>
    public MarginControl? Margin { get; }
}
