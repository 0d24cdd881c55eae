using System.Diagnostics.CodeAnalysis;
using Keel.Domain.Facts;
using NodaTime;

namespace Keel.Domain.Instruments.Costs;

/// <summary>The costs of trading at one venue, or of one preset, by instrument and date: <c>topstepx</c>, <c>topstepx-2026</c>, <c>profile</c>, <c>ib</c>, <c>binance</c>.</summary>
public sealed class FeeSchedule
{
    private static readonly Lazy<SortedDictionary<string, FeeSchedule>> Schedules = new(() =>
        Read(FactTable.Embedded("instruments/fees.csv"), FactTable.Embedded("instruments/fee-rates.csv"))
    );

    private readonly Dictionary<string, DatedList<ContractFee>> perContract = new(StringComparer.Ordinal);
    private readonly DatedList<FeeRates> rates = new();
    private bool hasRates;

    private FeeSchedule(string name) => Name = name;

    /// <summary>The name in profiles: <c>topstepx-2026</c>.</summary>
    public string Name { get; }

    /// <summary>The names of all schedules, in the order of the alphabet.</summary>
    public static IReadOnlyCollection<string> Names => Schedules.Value.Keys;

    /// <summary>The schedule of a name; null when there is none.</summary>
    public static FeeSchedule? TryFind(string name) => Schedules.Value.GetValueOrDefault(name);

    /// <summary>The schedule of a name; throws with the known names when there is none.</summary>
    public static FeeSchedule Find(string name) =>
        TryFind(name) ?? throw new KeyNotFoundException($"no costs '{name}' are known: choose {string.Join(", ", Names)}");

    /// <summary>What a contract costs on a day; otherwise false, and why it is not known.</summary>
    public bool TryFee(
        Instrument instrument,
        LocalDate on,
        [NotNullWhen(true)] out ContractFee? fee,
        [NotNullWhen(false)] out string? reason
    )
    {
        fee = null;
        reason =
            !perContract.TryGetValue(instrument.Symbol, out var fees) || instrument.Future is null
                ? $"{Name} has no fee for {instrument.Key}"
            : !fees.TryOn(on, out fee)
                ? $"{Name} knows the fee for {instrument} from {fees.First:uuuu-MM-dd}, not on {on:uuuu-MM-dd}"
            : null;
        return fee is not null;
    }

    /// <summary>The shares of value that a venue of perpetuals takes on a day; otherwise false, and why they are not known.</summary>
    public bool TryRates(LocalDate on, [NotNullWhen(true)] out FeeRates? held, [NotNullWhen(false)] out string? reason)
    {
        held = null;
        reason =
            !hasRates ? $"{Name} takes no share of the traded value"
            : !rates.TryOn(on, out held) ? $"{Name} knows its rates from {rates.First:uuuu-MM-dd}, not on {on:uuuu-MM-dd}"
            : null;
        return held is not null;
    }

    internal static SortedDictionary<string, FeeSchedule> Read(FactTable fees, FactTable feeRates)
    {
        var all = new SortedDictionary<string, FeeSchedule>(StringComparer.Ordinal);
        foreach (var row in fees.Rows)
        {
            var fee = row.Build(ReadFee);
            foreach (var symbol in row.Words("symbols"))
            {
                var bySymbol = Named(all, row).perContract;
                bySymbol.TryAdd(symbol, new DatedList<ContractFee>());
                bySymbol[symbol].Add(row, fee.ValidFrom, fee);
            }
        }

        foreach (var row in feeRates.Rows)
        {
            var held = row.Build(ReadRates);
            var schedule = Named(all, row);
            schedule.rates.Add(row, held.ValidFrom, held);
            schedule.hasRates = true;
        }

        return all;
    }

    private static FeeSchedule Named(SortedDictionary<string, FeeSchedule> all, FactRow row)
    {
        var name = row.Text("schedule");
        all.TryAdd(name, new FeeSchedule(name));
        return all[name];
    }

    private static ContractFee ReadFee(FactRow row) =>
        new()
        {
            Commission = NotNegative(row, "commission"),
            Exchange = NotNegative(row, "exchange"),
            ValidFrom = row.Date("valid_from"),
            IsUnverified = row.YesNo("unverified"),
            Source = row.Text("source"),
        };

    private static FeeRates ReadRates(FactRow row) =>
        new()
        {
            Maker = Share(row, "maker"),
            Taker = Share(row, "taker"),
            ValidFrom = row.Date("valid_from"),
            IsUnverified = row.YesNo("unverified"),
            Source = row.Text("source"),
        };

    private static Money NotNegative(FactRow row, string column) =>
        row.Number(column) is >= 0 and var amount ? Money.From(amount) : throw row.Wrong($"'{column}' is below zero");

    // A maker may be paid, so a share can be negative; beyond one percent it is a slip of the point.
    private static decimal Share(FactRow row, string column) =>
        row.Number(column) is >= -0.01m and <= 0.01m and var share
            ? share
            : throw row.Wrong($"'{column}' is more than one percent: write 0.0002 for two hundredths of a percent");
}
