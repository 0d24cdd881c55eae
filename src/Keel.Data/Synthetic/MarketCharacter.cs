using Keel.Domain.Instruments;

namespace Keel.Data.Synthetic;

/// <summary>What sort of market an instrument's is: where its price starts, how much it moves and trades, how its day goes.</summary>
public sealed record MarketCharacter
{
    private const double ReferenceNoonVolatility = 2.2;

    private static readonly (string Family, string[] Symbols, MarketCharacter Character)[] Known =
    [
        (
            "S&P 500",
            ["MES", "ES"],
            new MarketCharacter
            {
                StartPoints = 5_500,
                NoonVolatility = 2.2,
                NoonLots = 700,
            }
        ),
        (
            "Nasdaq 100",
            ["MNQ", "NQ"],
            new MarketCharacter
            {
                StartPoints = 19_000,
                NoonVolatility = 2.6,
                NoonLots = 700,
            }
        ),
        (
            "Russell 2000",
            ["M2K", "RTY"],
            new MarketCharacter
            {
                StartPoints = 2_200,
                NoonVolatility = 3.0,
                NoonLots = 250,
            }
        ),
        (
            "Dow",
            ["MYM", "YM"],
            new MarketCharacter
            {
                StartPoints = 40_000,
                NoonVolatility = 2.0,
                NoonLots = 250,
            }
        ),
        (
            "crude oil",
            ["MCL", "CL"],
            new MarketCharacter
            {
                StartPoints = 75,
                NoonVolatility = 4.5,
                NoonLots = 150,
            }
        ),
        (
            "gold",
            ["MGC", "GC"],
            new MarketCharacter
            {
                StartPoints = 2_400,
                NoonVolatility = 2.3,
                NoonLots = 150,
            }
        ),
        (
            "euro",
            ["M6E", "6E"],
            new MarketCharacter
            {
                StartPoints = 1.1,
                NoonVolatility = 1.1,
                NoonLots = 150,
            }
        ),
        (
            "bitcoin",
            ["BTCUSDT", "BTC-PERP", "XBTUSD", "MBT", "BTC"],
            new MarketCharacter
            {
                StartPoints = 60_000,
                NoonVolatility = 5,
                NoonLots = 2_000,
                GapVolatility = 0,
                Continuous = true,
            }
        ),
        (
            "ether",
            ["ETHUSDT", "ETH-PERP", "MET", "ETH"],
            new MarketCharacter
            {
                StartPoints = 3_000,
                NoonVolatility = 6,
                NoonLots = 2_000,
                GapVolatility = 0,
                Continuous = true,
            }
        ),
    ];

    /// <summary>The price, in points, at which the first session starts.</summary>
    public required double StartPoints { get; init; }

    /// <summary>The standard deviation of one minute at noon on an average day, in basis points.</summary>
    public required double NoonVolatility { get; init; }

    /// <summary>Lots a minute at noon on an average day.</summary>
    public required double NoonLots { get; init; }

    /// <summary>The standard deviation of the move over one closed hour, in basis points; longer breaks grow with the square root.</summary>
    public double GapVolatility { get; init; } = 3;

    /// <summary>How readily seconds trade: 1 leaves half of noon's seconds without a trade.</summary>
    public double Activity { get; init; } = 1;

    /// <summary>Whether the market lives around the clock instead of by New York's regular hours.</summary>
    public bool Continuous { get; init; }

    /// <summary>How much larger than those of the S&amp;P its jumps are, by its volatility.</summary>
    internal double JumpScale => NoonVolatility / ReferenceNoonVolatility;

    internal DayShape Shape => Continuous ? DayShape.Continuous : DayShape.RegularHours;

    /// <summary>The character of an instrument by its symbol; one that nobody knows starts at 20,000 ticks and moves like the S&amp;P.</summary>
    public static MarketCharacter Of(Instrument instrument)
    {
        foreach (var (_, symbols, character) in Known)
        {
            if (symbols.Contains(instrument.Symbol, StringComparer.OrdinalIgnoreCase))
            {
                return character;
            }
        }

        return new MarketCharacter
        {
            StartPoints = 20_000 * (double)instrument.Grid.Tick,
            NoonVolatility = 2.2,
            NoonLots = 200,
            Continuous = string.Equals(instrument.Calendar, "continuous", StringComparison.Ordinal),
        };
    }
}
