using Keel.Domain.Facts;
using NodaTime;

namespace Keel.Domain.Instruments.Limits;

/// <summary>The limits of one stretch of the day in Chicago, from one date on.</summary>
internal sealed record PriceLimitRule
{
    private static readonly Dictionary<string, bool> References = new(StringComparer.Ordinal)
    {
        ["day"] = false,
        ["afternoon"] = true,
    };

    public required LocalDate ValidFrom { get; init; }

    public required LocalTime From { get; init; }

    public required LocalTime To { get; init; }

    public required bool FromAfternoon { get; init; }

    public required decimal? Up { get; init; }

    public required IReadOnlyList<decimal> Downs { get; init; }

    public required decimal? Floor { get; init; }

    public required decimal? PauseWidth { get; init; }

    public required bool IsUnverified { get; init; }

    /// <summary>Reads a row; throws with file and line when a share is none.</summary>
    public static PriceLimitRule Read(FactRow row) =>
        new()
        {
            ValidFrom = row.Date("valid_from"),
            From = row.Time("from"),
            To = row.Time("to"),
            FromAfternoon = row.Choice("reference", References),
            Up = row.Optional("up") is null ? null : Share(row, row.Number("up")),
            Downs = [.. row.Numbers("down").Select(down => Share(row, down))],
            Floor = row.Optional("floor") is null ? null : Share(row, row.Number("floor")),
            PauseWidth = row.Optional("breaker") is null ? null : Share(row, row.Number("breaker")),
            IsUnverified = row.YesNo("unverified"),
        };

    /// <summary>Whether a time of day lies in the stretch, which may pass midnight.</summary>
    public bool Covers(LocalTime time) => From < To ? time >= From && time < To : time >= From || time < To;

    /// <summary>The band around reference prices that are above zero; limits are rounded inward, so that a price inside is inside at the exchange.</summary>
    public LimitAnswer Around(LimitReference reference)
    {
        if (reference.Day.InTicks <= 0 || reference.Afternoon?.InTicks <= 0)
        {
            return new LimitAnswer.Unknown("limits are shares of a price: the reference must be above zero");
        }

        if (FromAfternoon && reference.Afternoon is null)
        {
            return new LimitAnswer.Unknown($"from {From:HH:mm} Chicago the limits need the price of that time");
        }

        var from = FromAfternoon ? reference.Afternoon!.Value : reference.Day;
        var floor = Floor is { } share ? Below(reference.Day, share) : new Price(long.MinValue);
        return new LimitAnswer.Band
        {
            Downs = [.. Downs.Select(down => Below(from, down)).Select(level => level > floor ? level : floor)],
            Upper = Up is { } up ? new Price((long)decimal.Floor(from.InTicks * (1 + up))) : null,
            PauseWidth = PauseWidth,
            IsUnverified = IsUnverified,
        };
    }

    private static Price Below(Price from, decimal share) => new((long)decimal.Ceiling(from.InTicks * (1 - share)));

    private static decimal Share(FactRow row, decimal share) =>
        share is > 0 and < 1 ? share : throw row.Wrong($"{share} is no share between 0 and 1");
}
