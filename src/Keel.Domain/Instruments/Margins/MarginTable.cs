using Keel.Domain.Facts;
using NodaTime;

namespace Keel.Domain.Instruments.Margins;

/// <summary>Exchange margins by date. The series end early in 2022; beyond their last date the answer is unknown, or an estimate on request.</summary>
public static class MarginTable
{
    private static readonly Lazy<Dictionary<string, DatedList<MarginAnswer.Known>>> Series = new(() =>
        Read(FactTable.Embedded("instruments/margins.csv"))
    );

    private static readonly Lazy<Dictionary<string, MarginShare>> Shares = new(() =>
        ReadShares(FactTable.Embedded("instruments/margin-shares.csv"))
    );

    /// <summary>The last day of which the margin of an instrument is known; null when none ever is.</summary>
    public static LocalDate? LastKnownDay(Instrument instrument) =>
        Series.Value.TryGetValue(instrument.Symbol, out var series) ? series.Last : null;

    /// <summary>The margin of one contract on a day: known, or unknown with the reason.</summary>
    public static MarginAnswer On(Instrument instrument, LocalDate day)
    {
        if (!Series.Value.TryGetValue(instrument.Symbol, out var series))
        {
            return new MarginAnswer.Unknown($"no exchange margin of {instrument.Key} is known");
        }

        if (day > series.Last)
        {
            return new MarginAnswer.Unknown(
                $"exchange margins of {instrument} are known to {series.Last:uuuu-MM-dd}, not for {day:uuuu-MM-dd}"
            );
        }

        return series.TryOn(day, out var known)
            ? known
            : new MarginAnswer.Unknown(
                $"exchange margins of {instrument} begin on {series.First:uuuu-MM-dd}, after {day:uuuu-MM-dd}"
            );
    }

    /// <summary>The margin of one contract on a day; where it is unknown, a share of the contract's value at a price, if that is above zero.</summary>
    public static MarginAnswer OnOrEstimate(Instrument instrument, LocalDate day, Price price)
    {
        var answer = On(instrument, day);
        if (
            answer is not MarginAnswer.Unknown(var reason)
            || price.InTicks <= 0
            || !Shares.Value.TryGetValue(instrument.Symbol, out var share)
        )
        {
            return answer;
        }

        var initial = instrument.Grid.ToPoints(price) * instrument.PointValue * share.Initial;
        return new MarginAnswer.Estimated(
            Money.From(decimal.Ceiling(initial)),
            Money.From(decimal.Ceiling(initial / share.InitialPerMaintenance)),
            share.Initial,
            $"{reason}: {share.Initial:0.##%} of the contract's value taken"
        );
    }

    internal static Dictionary<string, DatedList<MarginAnswer.Known>> Read(FactTable table)
    {
        var all = new Dictionary<string, DatedList<MarginAnswer.Known>>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var known = row.Build(ReadRow);
            if (known.Maintenance <= Money.Zero || known.Initial < known.Maintenance)
            {
                throw row.Wrong("maintenance is above zero, and initial not below maintenance");
            }

            all.TryAdd(row.Text("symbol"), new DatedList<MarginAnswer.Known>());
            all[row.Text("symbol")].Add(row, known.Since, known);
        }

        return all;
    }

    internal static Dictionary<string, MarginShare> ReadShares(FactTable table)
    {
        var all = new Dictionary<string, MarginShare>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            var share = new MarginShare(row.Number("initial_share"), row.Number("initial_per_maintenance"));
            if (share.Initial is <= 0 or > 1 || share.InitialPerMaintenance < 1)
            {
                throw row.Wrong("a share lies between 0 and 1, and initial is not below maintenance");
            }

            foreach (var symbol in row.Words("symbols"))
            {
                if (!all.TryAdd(symbol, share))
                {
                    throw row.Wrong($"{symbol} is given twice");
                }
            }
        }

        return all;
    }

    private static MarginAnswer.Known ReadRow(FactRow row) =>
        new(Money.From(row.Number("initial")), Money.From(row.Number("maintenance")), row.Date("valid_from"));

    internal sealed record MarginShare(decimal Initial, decimal InitialPerMaintenance);
}
