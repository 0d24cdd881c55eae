using Keel.Cli.Profiles.Values;
using Keel.Domain;
using Keel.Domain.Instruments.Costs;

namespace Keel.Cli.Profiles.Keys;

/// <summary>At which prices a simulated order fills, and what it costs.</summary>
internal static class CostKeys
{
    public static readonly KeySection FillSection = new("fills");
    public static readonly KeySection Section = new("costs");
    public static readonly KeySection ExecutionSection = new("execution");

    public static readonly ProfileKey<string> FillModel = FillSection.May(
        "model",
        Rules.Choice("conservative", "touch", "optimistic", "realistic"),
        "How simulated orders fill: limits traded through, limits touched, at the signal's close, or after latency and queue.",
        "conservative"
    );

    public static readonly ProfileKey<int> SlippageTicks = FillSection.May(
        "slippage_ticks",
        Rules.Whole(0, 100),
        "Ticks lost at every market or stop fill, on entry and on exit.",
        "1"
    );

    public static readonly ProfileKey<int> SlippageEthTicks = FillSection.May(
        "slippage_eth_ticks",
        Rules.Whole(0, 100),
        "Ticks lost outside regular hours, where the book is thin."
    );

    public static readonly ProfileKey<int> SlippageHighTicks = FillSection.May(
        "slippage_high_ticks",
        Rules.Whole(0, 100),
        "Ticks lost in the wildest market: from half of them at twice the usual range of a minute, to all at four times."
    );

    public static readonly ProfileKey<int> SlippageEventTicks = FillSection.May(
        "slippage_event_ticks",
        Rules.Whole(0, 100),
        "Ticks lost around the events of the calendar (events)."
    );

    public static readonly ProfileKey<Span> EventWindow = FillSection.May(
        "event_window",
        Rules.Duration,
        "How long before and after an event that holds.",
        "5m"
    );

    public static readonly ProfileKey<decimal> VolumeShare = FillSection.May(
        "volume_share",
        Rules.Share(0.01m, 100),
        "The share of a bar's volume that one order may take, for the realistic model.",
        "10%"
    );

    public static readonly ProfileKey<int> ProtectionTicks = FillSection.May(
        "protection_ticks",
        Rules.Whole(1, 10_000),
        "A stop that is hit becomes a limit so many ticks beyond its price, as the exchange does it, and what is not filled rests."
    );

    public static readonly ProfileKey<bool> PriceLimits = FillSection.May(
        "price_limits",
        Rules.Switch,
        "Whether the exchange's daily price limits hold: at limit down nobody sells.",
        "off"
    );

    public static readonly ProfileKey<bool> Finer = FillSection.May(
        "finer",
        Rules.Switch,
        "Whether orders meet the shortest bars that the data have, instead of the strategy's own.",
        "on"
    );

    public static readonly ProfileKey<Span> Latency = FillSection.May(
        "latency",
        Rules.Duration,
        "From decision to the exchange, for the realistic model."
    );

    public static readonly ProfileKey<Money> PerSide = Section.May(
        "per_side",
        Rules.Amount(0),
        "Dollars a contract for each entry and each exit; without it the preset's, or the venue's dated table."
    );

    public static readonly ProfileKey<string> Preset = Section.May(
        "preset",
        Rules.Choice([.. FeeSchedule.Names.Order(StringComparer.Ordinal)]),
        "A named table of costs instead of a figure."
    );

    public static readonly ProfileKey<string> OrderType = ExecutionSection.May(
        "order_type",
        Rules.Choice("market", "limit", "marketable_limit"),
        "With which order a position is entered.",
        "market"
    );

    public static readonly ProfileKey<int> SlippageBuffer = ExecutionSection.May(
        "slippage_buffer_ticks",
        Rules.Whole(0, 100),
        "How far through the market a marketable limit is priced.",
        "4"
    );
}
