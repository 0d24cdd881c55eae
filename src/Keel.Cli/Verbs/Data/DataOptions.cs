using System.CommandLine;
using Keel.Cli.Console;
using Keel.Data;
using Keel.Data.Catalogs;
using Keel.Data.Hours;
using Keel.Domain;
using Keel.Domain.Markets;
using NodaTime;
using NodaTime.Text;

namespace Keel.Cli.Verbs.Data;

/// <summary>Options that several verbs of market data share, each made once.</summary>
internal sealed class DataOptions
{
    public Option<string> Instrument { get; } =
        new("--instrument")
        {
            Description = "the instrument: MES, a contract such as MESZ5, a perpetual such as Binance:BTCUSDT",
            HelpName = "SYMBOL",
        };

    public Option<string> Schema { get; } =
        new("--schema") { Description = "what the data are: bars-1s, bars-1m, bars-5m …", HelpName = "SCHEMA" };

    public Option<string> CatalogFolder { get; } =
        new("--catalog")
        {
            Description = "the catalog's folder (default: KEEL_CATALOG, or 'catalog' here)",
            HelpName = "DIR",
            DefaultValueFactory = _ =>
                Environment.GetEnvironmentVariable("KEEL_CATALOG") is { Length: > 0 } folder ? folder : "catalog",
        };

    public Option<string> From { get; } =
        new("--from") { Description = "first date, included (New York), or an instant with zone", HelpName = "DATE" };

    public Option<string> To { get; } =
        new("--to") { Description = "first date after the end (New York), or an instant with zone", HelpName = "DATE" };

    public Option<string> Hours { get; } =
        new("--hours")
        {
            Description =
                "all, rth or eth (by the calendar: holidays, early closes), or clock (09:30-16:00 New York whatever the day)",
            HelpName = "HOURS",
            DefaultValueFactory = _ => "all",
        };

    public Option<string> Bars { get; } =
        new("--bars") { Description = "join to longer bars: 5s, 1m, 5m, 4h, 1d (a trading day)", HelpName = "LENGTH" };

    public Option<string> Config { get; } =
        new("--config")
        {
            Description = "a profile; its data.train and data.validation say what --part means",
            HelpName = "FILE",
        };

    public Option<string> Part { get; } =
        new("--part") { Description = "only the part of the data that the profile calls train or validation", HelpName = "PART" };

    public Option<decimal?> Tick { get; } =
        new("--tick")
        {
            Description = "the tick of an instrument that Keel does not know; otherwise found from the prices",
            HelpName = "POINTS",
        };

    public Option<string> Zone { get; } =
        new("--zone")
        {
            Description = "the zone of times without zone: auto (default), UTC, America/New_York, UTC-05 …",
            HelpName = "ZONE",
        };

    public Option<string> Stamp { get; } =
        new("--stamp") { Description = "which end of the bar is stamped: auto (default), open or close", HelpName = "END" };

    public Option<string> Dates { get; } =
        new("--dates") { Description = "whether 01/02/2024 begins with the month (mdy) or the day (dmy)", HelpName = "ORDER" };

    public static Catalog OpenExisting(string folder)
    {
        var catalog = Catalog.Open(folder);
        return catalog.Datasets.Count > 0
            ? catalog
            : throw new DataException(
                $"the catalog {folder} is empty",
                "nothing was imported there",
                "import something: ./keel data import FILE --instrument MES, or name another --catalog"
            );
    }

    /// <summary>A date (New York) or an instant as the user wrote it; null when the option was left out.</summary>
    public static Timestamp? InstantOf(ParseResult parsed, Option<string> option)
    {
        var text = parsed.GetValue(option);
        if (text is null)
        {
            return null;
        }

        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } && IsInReach(date))
        {
            return Timestamp.FromInstant(Domain.Sessions.TradingZones.NewYork.AtStartOfDay(date).ToInstant());
        }

        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } && IsInReach(instant.Date))
        {
            return Timestamp.FromInstant(instant.ToInstant());
        }

        throw new UsageException(
            $"{option.Name} {text} cannot be read",
            "it is neither a date nor an instant of the years 1900 to 2200",
            "write 2024-01-02 (New York) or 2024-01-02T14:30:00Z"
        );
    }

    /// <summary>Whether calendars and time stamps reach a date, with room to look around it.</summary>
    public static bool IsInReach(LocalDate date) => date.Year is >= 1900 and < 2200;

    public static LocalDate DateOf(ParseResult parsed, Option<string> option)
    {
        var text = parsed.GetValue(option)!;
        return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date } && IsInReach(date)
            ? date
            : throw new UsageException($"{option.Name} {text} cannot be read", "it is no date", "write it like 2024-01-02");
    }

    public HoursChoice HoursOf(ParseResult parsed) =>
        parsed.GetValue(Hours) switch
        {
            "all" => HoursChoice.All,
            "rth" => HoursChoice.Rth,
            "eth" => HoursChoice.Eth,
            "clock" => HoursChoice.Clock,
            var other => throw new UsageException(
                $"--hours {other} is not known",
                "hours are all, rth, eth or clock",
                "write --hours rth"
            ),
        };

    public BarLength? LengthOf(ParseResult parsed)
    {
        var text = parsed.GetValue(Bars);
        return text is null ? null
            : BarLength.TryParse(text, out var length) ? length
            : throw new UsageException(
                $"--bars {text} is not known",
                "it is no length of a bar",
                "write --bars 1s, 5m, 4h or 1d"
            );
    }
}
