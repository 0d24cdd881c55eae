using Keel.Domain.Instruments;
using NodaTime;

namespace Keel.Trading.Risk.Controls;

/// <summary>Nothing is entered in a contract that is about to roll or to expire (P30); where the contract of a day is not known, nothing is refused.</summary>
public sealed class ExpiryControl(ExpiryRules rules, Func<LocalDate, FuturesContract?> contractOn) : EntryControl(Reasons.Expiry)
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private int answeredDay = int.MinValue;
    private Ruling answer;

    /// <inheritdoc />
    public override Ruling Review(EntryProposal proposal)
    {
        if (proposal.Day != answeredDay)
        {
            (answer, answeredDay) = (Judge(Epoch.PlusDays(proposal.Day)), proposal.Day);
        }

        return answer;
    }

    private Ruling Judge(LocalDate day)
    {
        if (contractOn(day) is not { } contract)
        {
            return Ruling.Allowed;
        }

        if (rules.BeforeRoll is { } roll && day >= BusinessDays.Count(contract.RollDate, -roll))
        {
            return Ruling.Refused(Left(day, contract.RollDate), roll);
        }

        return rules.BeforeLastDay is { } last && day >= BusinessDays.Count(contract.LastTradingDay, -last)
            ? Ruling.Refused(Left(day, contract.LastTradingDay), last)
            : Ruling.Allowed;
    }

    /// <summary>Business days from a day to a date; zero on the date, minus one after it.</summary>
    private static int Left(LocalDate day, LocalDate until)
    {
        if (day > until)
        {
            return -1;
        }

        var left = 0;
        for (var at = day; at < until; left++)
        {
            at = BusinessDays.Count(at, 1);
        }

        return left;
    }
}
