using Keel.Cli.Profiles.Values;
using Keel.Domain;
using Keel.Domain.Instruments.Symbols;
using Keel.Domain.Markets;

namespace Keel.Cli.Profiles.Keys;

/// <summary>What is traded, on which bars, by which strategy.</summary>
internal static class MarketKeys
{
    /// <summary>The keys at the top of a profile.</summary>
    public static readonly KeySection Section = new("");

    /// <summary>The strategy's name; its other keys are the strategy's own.</summary>
    public static readonly KeySection StrategySection = new("strategy");

    public static readonly ProfileKey<string> Name = Section.May(
        "name",
        Rules.Name("mes-5m-direction"),
        "The profile's name in results and reports; without it the file's name."
    );

    public static readonly ProfileKey<SymbolName> Instrument = Section.Must(
        "instrument",
        Rules.Symbol,
        "What is traded: an instrument (MES), one contract (MESZ25) or a continuous series (MES.v.0)."
    );

    public static readonly ProfileKey<BarLength> Bars = Section.Must("bars", Rules.Bars, "How long a bar of the strategy is.");

    public static readonly ProfileKey<MarketHours> Hours = Section.May(
        "hours",
        Rules.Choice(("rth", MarketHours.Regular), ("eth", MarketHours.Extended), ("all", MarketHours.All)),
        "Which part of the trading day is used: regular hours, the others, or both.",
        "rth"
    );

    public static readonly ProfileKey<bool> Margin = Section.May(
        "margin",
        Rules.Switch,
        "Whether the account must cover the margin of the day; off in reference jobs only.",
        "on"
    );

    public static readonly ProfileKey<Money> IntradayMargin = Section.May(
        "intraday_margin",
        Rules.Amount(0),
        "Dollars a contract that the broker asks for during the day; without it a tenth of the exchange's margin."
    );

    public static readonly ProfileKey<string> Events = Section.May(
        "events",
        Rules.Name("events.csv"),
        "A calendar of events, a CSV with time,zone,event,importance; its path counts from the profile's folder."
    );

    public static readonly ProfileKey<string> Features = Section.May(
        "features",
        Rules.Name("mes-5m"),
        "The feature set that the model reads; keel features list shows them."
    );

    public static readonly ProfileKey<string> RiskOff = Section.May(
        "risk",
        Rules.Choice("off"),
        "off instead of a map of limits: a bare run without risk account, for backtests only."
    );

    public static readonly ProfileKey<string> Strategy = StrategySection.Must(
        "name",
        Rules.Name("ema-cross"),
        "The strategy; all other keys beside it are its own parameters (keel strategies list)."
    );
}
