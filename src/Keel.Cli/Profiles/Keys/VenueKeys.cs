using Keel.Cli.Profiles.Values;

namespace Keel.Cli.Profiles.Keys;

/// <summary>Where orders go; credentials come from the environment alone.</summary>
internal static class VenueKeys
{
    public static readonly KeySection Section = new("venue");

    public static readonly ProfileKey<string> Name = Section.May(
        "name",
        Rules.Choice("topstepx", "ib", "binance", "bybit", "okx", "kraken", "deribit", "bitmex", "dydx", "fix"),
        "The venue."
    );

    public static readonly ProfileKey<Uri> Api = Section.May(
        "api",
        Rules.Address,
        "Where its requests go; without it the venue's own address."
    );

    public static readonly ProfileKey<Uri> UserHub = Section.May(
        "user_hub",
        Rules.Address,
        "Where it reports orders, fills and positions."
    );

    public static readonly ProfileKey<Uri> MarketHub = Section.May("market_hub", Rules.Address, "Where it streams prices.");

    public static readonly ProfileKey<string> Account = Section.May(
        "account",
        Rules.Name("PRAC-V2-12345-67890"),
        "The account by name or id: named, never guessed; ${TOPSTEPX_ACCOUNT_ID} takes it from the environment."
    );

    public static readonly ProfileKey<string> Host = Section.May(
        "host",
        Rules.Name("127.0.0.1"),
        "The machine of the gateway, for Interactive Brokers."
    );

    public static readonly ProfileKey<int> Port = Section.May(
        "port",
        Rules.Whole(1, 65_535),
        "The port of the gateway: 4002 or 7497 paper, 4001 or 7496 live."
    );
}
