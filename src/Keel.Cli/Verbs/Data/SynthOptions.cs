using System.CommandLine;
using Keel.Cli.Console;
using Keel.Data.Synthetic;
using Keel.Domain.Sessions;

namespace Keel.Cli.Verbs.Data;

/// <summary>Options that say which synthetic market is meant.</summary>
internal sealed class SynthOptions
{
    private const double UsualEdge = 0.05;

    public DataOptions Data { get; } = new();

    public Option<int> Days { get; } =
        new("--days")
        {
            Description = "how many trading days (default: 20; shape: 60)",
            HelpName = "N",
            DefaultValueFactory = _ => 20,
        };

    public Option<long> Seed { get; } =
        new("--seed")
        {
            Description = "the same seed gives the same bytes (default: 1; shape: 7)",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };

    public Option<string> Model { get; } =
        new("--model")
        {
            Description = $"how prices move: {string.Join(", ", MarketModel.Names)} (default: clustered)",
            HelpName = "MODEL",
            DefaultValueFactory = _ => "clustered",
        };

    public Option<double?> Edge { get; } =
        new("--edge")
        {
            Description = "size of a planted edge, 0 to 0.5: the correlation of signal and next move (default: 0.05)",
            HelpName = "SIZE",
        };

    public Option<string> Form { get; } =
        new("--edge-form")
        {
            Description = $"form of a planted edge: {string.Join(", ", MarketModel.FormNames)}",
            HelpName = "FORM",
        };

    /// <summary>Options whose words fit a market that is made, defaults included.</summary>
    public SynthOptions()
    {
        Data.Instrument.Description += " (default: MES)";
        Data.From.Description = "first trading day (default: 2024-01-02)";
    }

    /// <summary>The market that the options describe.</summary>
    public SyntheticMarket Market(ParseResult parsed)
    {
        var symbol = parsed.GetValue(Data.Instrument) ?? "MES";
        var instrument =
            BarSelection.KnownInstrument(symbol)
            ?? throw new UsageException(
                $"--instrument {symbol} is not known",
                "a synthetic market needs the tick and the hours of its instrument",
                "use MES, MCL, Binance:BTCUSDT …"
            );
        var days = parsed.GetValue(Days);
        if (days is < 1 or > 10_000)
        {
            throw new UsageException(
                $"--days {days} is out of range",
                "a market has 1 to 10,000 trading days",
                "give a number in this range"
            );
        }

        var name = parsed.GetValue(Model)!;
        var edge = parsed.GetValue(Edge) ?? (name == "planted" ? UsualEdge : null);
        if (!MarketModel.TryParse(name, edge, parsed.GetValue(Form), out var model, out var reason))
        {
            throw new UsageException("the market's model is not clear", reason, "see './keel data synth --help'");
        }

        var from = parsed.GetValue(Data.From) is null
            ? new NodaTime.LocalDate(2024, 1, 2)
            : DataOptions.DateOf(parsed, Data.From);
        var calendar = instrument.Calendar is { } kept ? TradingCalendar.Find(kept) : TradingCalendar.EquityIndex;
        var sessions = calendar.Sessions(from, from.PlusYears(50)).Where(session => session.Hours is not null).Take(days);
        return new SyntheticMarket(instrument, sessions, parsed.GetValue(Seed), model);
    }
}
