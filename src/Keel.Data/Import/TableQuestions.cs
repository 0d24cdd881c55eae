using Keel.Data.Catalogs;
using Keel.Data.Import.Clock;
using Keel.Data.Import.Text;
using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Symbols;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Import;

/// <summary>Answers every question about a table before a row is taken in, from what the user said, what Keel knows and what the table shows.</summary>
internal sealed class TableQuestions(IRowSource source, ImportOptions options, Catalog? catalog)
{
    // The root of MESZ5 is the same whatever decade its year digit means.
    private static readonly LocalDate AnyDate = new(2025, 1, 1);

    // A symbol names a folder, and file systems allow 255 bytes for a name.
    private const int LongestSymbol = 64;

    // A file so long shows its own bar length; a shorter one may be a few rows taken out of another.
    private const int EnoughRows = 100;

    private readonly List<string> notes = [];
    private bool roundsVolume;

    /// <summary>How the table is to be read; throws where something cannot be told or contradicts itself.</summary>
    public TableReading Answer(Action<double> progress, CancellationToken stop)
    {
        var mark = (source as TextSource)?.Mark;
        var symbol = Symbol(mark);
        CheckSymbol(symbol);
        if (options.Tick is { } said && !PriceGrid.TryOf(said, out _))
        {
            throw Misuse($"--tick {said} is no tick", "a tick is above zero, with at most nine decimals: --tick 0.25");
        }

        var known = InstrumentTable.TryFind(RootOf(symbol));
        var stored = catalog?.Datasets.FirstOrDefault(dataset => dataset.Instrument == symbol);
        var tick = known?.Grid.Tick ?? options.Tick ?? stored?.Tick;
        if (known is not null && options.Tick is { } given && given != known.Grid.Tick)
        {
            throw Misuse(
                $"--tick {given} contradicts what is known of {symbol}: its tick is {known.Grid.Tick}",
                "leave --tick out, or name another --instrument"
            );
        }

        CheckSymbols(symbol);
        var ticks = known is null ? StepFinder.ForPrices(source is ParquetSource { HasFloats: true }) : null;
        var lots = known is null ? StepFinder.ForVolumes() : null;
        var survey = Survey.Of(source, ticks, lots, progress, stop);
        if (survey.Timed == 0)
        {
            throw survey.Rows == 0
                ? new DataException($"nothing to import in {source.Name}", "it has no rows", "give a file with one bar a line")
                : Bad(
                    $"none of its {survey.Rows} times can be read",
                    "see 'keel data import --help' for the forms that are understood"
                );
        }

        if (tick is null)
        {
            tick = ticks!.Found ?? throw Bad("the prices lie on no grid that can be told", "say it with --tick");
            notes.Add($"tick {tick:0.#########} found from the prices");
        }

        if (!source.HasVolume)
        {
            notes.Add("there is no column of volume: taken as 0");
        }

        var length = LengthOf(survey, mark);
        var calendar = known?.Calendar is { } name ? TradingCalendar.Find(name) : null;
        var (reading, zone, stamp) = ReadingOf(survey, length, calendar, mark);
        return new TableReading
        {
            Instrument = symbol,
            Hours = calendar is not null ? calendar : ClockHours.NewYork,
            Plausible = known is null ? null : PlausiblePrices.Of(known),
            Length = length,
            Rules = new JudgeRules(
                PriceGrid.Of(tick.Value),
                known?.Perpetual is { } perpetual ? perpetual.LotStep : stored?.Lot ?? LotFrom(lots),
                reading,
                length.IsTradingDay ? 0 : (int)length.Length.TotalSeconds,
                RoundingFor(tick.Value)
            )
            {
                RoundsVolume = roundsVolume,
                OpenOfDate = source.Clock == SourceClock.DateOnly ? DateOpens.Of(calendar) : null,
            },
            Survey = survey,
            Zone = zone,
            Stamp = stamp,
            Notes = notes,
        };
    }

    /// <summary>What the user said, the file's own mark, or where only a look is wanted the one symbol that the rows name.</summary>
    private string Symbol(QuarantineMark? mark)
    {
        var said = options.Instrument ?? (mark?.Instrument is { Length: > 0 } marked ? marked : null);
        if (said is null)
        {
            return options.MayBeUnnamed
                ? source.Symbols.Count == 1
                    ? source.Symbols[0]
                    : ImportOptions.Unnamed
                : "";
        }

        var upper = said.ToUpperInvariant();
        return InstrumentTable.TryFind(said) is null && InstrumentTable.TryFind(upper) is not null ? upper : said;
    }

    /// <summary>Instruments are asked for by root, but data may be kept by contract or continuous series.</summary>
    private static string RootOf(string symbol) =>
        SymbolName.TryParse(symbol, AnyDate, out var name, out _) ? name.Instrument.Key : symbol;

    private void CheckSymbol(string symbol)
    {
        if (symbol.Length == 0)
        {
            throw Misuse("it is not said which instrument this is", "add --instrument, such as --instrument MES");
        }

        if (
            symbol.Length > LongestSymbol
            || !symbol.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or ':')
            || symbol[0] == '.'
        )
        {
            throw Misuse($"'{symbol}' is no symbol", $"use letters, digits, dot, dash and underscore, at most {LongestSymbol}");
        }
    }

    private void CheckSymbols(string symbol)
    {
        if (source.Symbols.Count > 1)
        {
            throw Bad(
                $"it holds several contracts: {string.Join(", ", source.Symbols.Take(7))}{(source.Symbols.Count > 7 ? " …" : "")}",
                "one import is one series: cut the file by its symbol column first"
            );
        }

        if (source.Symbols.Count == 1 && !SameMarket(source.Symbols[0], symbol))
        {
            throw Bad(
                $"its rows say {source.Symbols[0]}, not {symbol}",
                $"use --instrument {source.Symbols[0]}, or another file"
            );
        }
    }

    /// <summary>Whether rows of the one name belong into a series of the other: the same market, and never one contract for another.</summary>
    private static bool SameMarket(string written, string asked)
    {
        if (written.Equals(asked, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (
            !SymbolName.TryParse(written, AnyDate, out var one, out _)
            || !SymbolName.TryParse(asked, AnyDate, out var other, out _)
        )
        {
            return false;
        }

        // A one-digit year may mean this decade or another: the same letter and last digit are the same contract.
        var sameMonth =
            one is not SymbolName.Contract { Of.Month: var left }
            || other is not SymbolName.Contract { Of.Month: var right }
            || (left.Month == right.Month && left.Year % 10 == right.Year % 10);
        return one.Instrument.Key == other.Instrument.Key && sameMonth;
    }

    private BarLength LengthOf(Survey survey, QuarantineMark? mark)
    {
        var found = source.Clock == SourceClock.DateOnly ? 86_400 : survey.IntervalSeconds;
        var asked = options.Schema ?? (mark?.Schema is { Length: > 0 } schema ? schema : null);
        if (asked is null)
        {
            if (found == 0 && survey.Timed > 2)
            {
                throw Bad(
                    "its rows are at no regular distance: the length of its bars cannot be told",
                    "say it with --schema bars-1m (or bars-1s, bars-5m, bars-1h, bars-1d)"
                );
            }

            if (found == 0)
            {
                notes.Add("the bars' length cannot be told from so few rows: taken as one minute");
                return BarLength.OneMinute;
            }

            return found == 86_400 ? BarLength.TradingDay : BarLength.FromSeconds(found);
        }

        if (!asked.StartsWith("bars-", StringComparison.Ordinal) || !BarLength.TryParse(asked[5..], out var length))
        {
            throw Misuse(
                $"'{asked}' is no schema that can be imported",
                "write --schema bars-1s, bars-1m, bars-5m, bars-1h or bars-1d"
            );
        }

        var seconds = length.IsTradingDay ? 86_400 : (int)length.Length.TotalSeconds;
        var fits = found == 0 || found == seconds || (found % seconds == 0 && survey.Timed < EnoughRows);
        if (!fits && mark is null)
        {
            throw Bad(
                $"its rows are {found} seconds apart, not as {asked} would be",
                $"leave --schema out, or write --schema bars-{BarLength.FromSeconds(found)}"
            );
        }

        return length;
    }

    private (ClockReading? Reading, string Zone, Stamp Stamp) ReadingOf(
        Survey survey,
        BarLength length,
        TradingCalendar? calendar,
        QuarantineMark? mark
    )
    {
        var asked = ZoneAsked(mark);
        if (source.Clock == SourceClock.DateOnly || length.IsTradingDay)
        {
            return (null, "UTC", Stamp.Open);
        }

        var stampAsked = options.Stamp ?? (Enum.TryParse<Stamp>(mark?.Stamp, ignoreCase: true, out var marked) ? marked : null);
        var finder = new ZoneFinder(
            survey.Runs,
            (int)length.Length.TotalSeconds,
            calendar is null || calendar.Name == "continuous" ? TradingCalendar.EquityIndex : calendar
        );
        if (source.Clock == SourceClock.Utc)
        {
            if (asked is { } given && given.Name != "UTC")
            {
                throw Bad($"its times carry their own zone, and --zone {options.Zone} contradicts it", "leave --zone out");
            }

            return Decide(finder, ("UTC", DateTimeZone.Utc), stampAsked, calendar, zoneWasFound: false);
        }

        if (asked is { } zone)
        {
            if (calendar?.Name != "continuous" && mark is null && finder.Contradiction(zone, stampAsked) is { } better)
            {
                throw Bad(
                    $"--zone {options.Zone} contradicts the data: the market's daily break fits {better.ZoneName}",
                    $"use --zone {better.ZoneName}, or leave it out"
                );
            }

            return Decide(finder, zone, stampAsked, calendar, zoneWasFound: false);
        }

        return Decide(finder, null, stampAsked, calendar, zoneWasFound: true);
    }

    private (string Name, DateTimeZone Zone)? ZoneAsked(QuarantineMark? mark)
    {
        var name = options.Zone is null or "auto" ? mark?.Zone ?? "" : options.Zone;
        return name.Length == 0
            ? null
            : ZoneNames.Find(name)
                ?? throw Misuse(
                    $"'{name}' is no time zone",
                    "write --zone UTC, America/New_York, America/Chicago, or an offset such as UTC-05"
                );
    }

    private (ClockReading Reading, string Zone, Stamp Stamp) Decide(
        ZoneFinder finder,
        (string Name, DateTimeZone Zone)? zone,
        Stamp? stamp,
        TradingCalendar? calendar,
        bool zoneWasFound
    )
    {
        var finding = calendar?.Name == "continuous" && zone is null ? null : finder.Find(zone, stamp);
        if (finding is null)
        {
            throw Bad(
                "its times carry no zone, and the data do not show which it is (no daily break to go by)",
                "say it with --zone: UTC, America/New_York, America/Chicago, or an offset such as UTC-05"
            );
        }

        var reading = finding.Reading;
        if (stamp is null && !finding.StampIsProved)
        {
            reading = reading with { Stamp = Stamp.Open };
        }

        if (zoneWasFound)
        {
            notes.Add($"times without zone are {reading.ZoneName}: it fits {finding.ClosedTimes} closings of the market");
        }

        if (stamp is null && finding.StampIsProved && reading.Stamp == Stamp.Close)
        {
            notes.Add("bars are stamped with their close: moved to the open");
        }

        return (reading, reading.ZoneName, reading.Stamp);
    }

    /// <summary>The lot that the volumes are multiples of; a coarser one where they are so large that a bar could not hold them.</summary>
    private decimal LotFrom(StepFinder? lots)
    {
        var lot = lots?.Found ?? 1;
        while (lots is not null && lots.Greatest / (lot * RawBar.One) > Bar.MaxVolume)
        {
            lot *= 10;
        }

        if (lots?.Found is { } finest && lot != finest)
        {
            roundsVolume = true;
            notes.Add($"volumes are rounded to {lot:0.#########}: a bar holds up to {Bar.MaxVolume} lots");
        }

        return lot;
    }

    /// <summary>How far, in billionths, a binary fraction may lie beside the decimal that was meant: far less than a tick, and none for text.</summary>
    private long RoundingFor(decimal tick)
    {
        if (source.PricesAreExact)
        {
            return 0;
        }

        var share = source is ParquetSource { HasFloats: true } ? 10 : 1_000_000;
        return Math.Max(1, (long)(tick * RawBar.One) / share);
    }

    private DataException Bad(string why, string remedy) => new($"cannot import {source.Name}", why, remedy);

    private DataException Misuse(string why, string remedy) =>
        new($"cannot import {source.Name}", why, remedy) { IsMisuse = true };
}
