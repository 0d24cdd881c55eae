using System.CommandLine;
using Keel.Cli.Console;
using Keel.Data;
using Keel.Data.Catalogs;
using Keel.Data.Hours;
using Keel.Data.TimeSeries;
using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Symbols;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Cli.Verbs.Data;

/// <summary>Which bars of the catalog the user means: dataset, period, hours, length.</summary>
internal sealed class BarSelection
{
    // Regular hours begin at half past: longer bars would lie across.
    private static readonly Keel.Domain.Span LongestByHours = Keel.Domain.Span.FromMinutes(30);

    private readonly Keel.Domain.Timestamp? from;
    private readonly Keel.Domain.Timestamp? to;

    public BarSelection(ParseResult parsed, DataOptions options)
    {
        Catalog = DataOptions.OpenExisting(parsed.GetValue(options.CatalogFolder)!);
        Dataset = Find(Catalog, parsed.GetValue(options.Instrument)!, parsed.GetValue(options.Schema));
        from = DataOptions.InstantOf(parsed, options.From);
        to = DataOptions.InstantOf(parsed, options.To);
        Calendar = CalendarOf(Dataset.Instrument);
        if (parsed.GetValue(options.Part) is { } part)
        {
            (from, to) = PartBounds.Of(part, parsed.GetValue(options.Config), Calendar);
        }

        Choice = options.HoursOf(parsed);
        Length = options.LengthOf(parsed);
        StoredLength = BarLength.Parse(Dataset.Schema[5..]);
        if (
            Length is { } longer
            && !longer.IsTradingDay
            && (StoredLength.IsTradingDay || longer.Length.Nanoseconds % StoredLength.Length.Nanoseconds != 0)
        )
        {
            throw new UsageException(
                $"--bars {longer} cannot be made",
                $"the catalog has {Dataset.Schema}, and {longer} is no multiple of it",
                "ask for a multiple, or import finer bars"
            );
        }

        if (Choice != HoursChoice.All && (StoredLength.IsTradingDay || StoredLength.Length > LongestByHours))
        {
            throw new UsageException(
                $"--hours {Choice.ToString().ToLowerInvariant()} cannot be told apart",
                $"the catalog has {Dataset.Schema}, and regular hours begin and end inside such bars",
                "use --hours all, or import bars of 30 minutes or less"
            );
        }

        if (from is not null && to is not null && to <= from)
        {
            throw new UsageException("--to is not after --from", "--to is the first date after the period", "give a later --to");
        }

        Hours = SessionView.HoursOf(Calendar, Choice);
        Grid = PriceGrid.Of(Dataset.Tick);
    }

    public Catalog Catalog { get; }

    public Dataset Dataset { get; }

    public string? Calendar { get; }

    public ITradingHours Hours { get; }

    public HoursChoice Choice { get; }

    public BarLength? Length { get; }

    public BarLength StoredLength { get; }

    public PriceGrid Grid { get; }

    /// <summary>The calendar of an instrument by its root; null where none is known.</summary>
    public static string? CalendarOf(string symbol) => KnownInstrument(symbol)?.Calendar;

    /// <summary>What Keel knows of the root of a symbol; null where it knows nothing.</summary>
    public static Instrument? KnownInstrument(string symbol) =>
        InstrumentTable.TryFind(symbol)
        ?? (SymbolName.TryParse(symbol, new LocalDate(2025, 1, 1), out var name, out _) ? name.Instrument : null);

    /// <summary>Starts reading.</summary>
    public BarReader Read() => SessionView.Of(Catalog.Read(Dataset, from, to), Hours, Choice, Length);

    private static Dataset Find(Catalog catalog, string instrument, string? schema)
    {
        var all = catalog.Datasets.Where(dataset => dataset.Instrument == instrument).ToList();
        if (all.Count == 0)
        {
            throw new DataException(
                $"the catalog has no {instrument}",
                $"it has {string.Join(", ", catalog.Datasets.Select(dataset => dataset.Instrument).Distinct())}",
                "name one of them, or import it first"
            );
        }

        var chosen = schema is null
            ? all.MinBy(dataset =>
                BarLength.Parse(dataset.Schema[5..]) is { IsTradingDay: false } length ? length.Length.Nanoseconds : long.MaxValue
            )
            : all.Find(dataset => dataset.Schema == schema);
        return chosen
            ?? throw new DataException(
                $"the catalog has no {schema} of {instrument}",
                $"it has {string.Join(", ", all.Select(dataset => dataset.Schema))}",
                "name one of them with --schema"
            );
    }
}
