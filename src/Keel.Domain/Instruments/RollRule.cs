using NodaTime;

namespace Keel.Domain.Instruments;

/// <summary>A calendar rule of the roll: on which day the next contract begins to lead, for the contract months for which the rule held.</summary>
public sealed record RollRule
{
    /// <summary>The name: <c>thursday</c>, <c>monday</c>, <c>crude</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The first contract month it holds for; none for all before.</summary>
    public required ContractMonth First { get; init; }

    /// <summary>The last contract month it holds for; none for all after.</summary>
    public required ContractMonth Last { get; init; }

    /// <summary>From which day it counts.</summary>
    public required RollAnchor Anchor { get; init; }

    /// <summary>How many days from there; negative for before.</summary>
    public required int Days { get; init; }

    /// <summary>Whether no primary source was read for it.</summary>
    public required bool IsUnverified { get; init; }

    /// <summary>Whence the rule.</summary>
    public required string Note { get; init; }

    /// <summary>Whether it holds for a contract month.</summary>
    public bool HoldsFor(ContractMonth month) => month >= First && (Last.IsNone || month <= Last);

    /// <summary>The first trading day on which the contract after this one leads.</summary>
    public LocalDate DateFor(FuturesContract contract) =>
        Anchor switch
        {
            RollAnchor.ThirdFriday => BusinessDays.ThirdFridayOf(contract.Month).PlusDays(Days),
            RollAnchor.LastTradingDay => BusinessDays.Count(contract.LastTradingDay, Days),
            RollAnchor.MonthBefore => BusinessDays.Count(BusinessDays.LastOf(contract.Month.Plus(-1)), Days),
        };
}
