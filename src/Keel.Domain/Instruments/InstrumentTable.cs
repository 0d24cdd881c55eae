using System.Diagnostics.CodeAnalysis;
using Keel.Domain.Facts;

namespace Keel.Domain.Instruments;

/// <summary>All instruments that Keel knows: futures by their root, perpetuals by venue and symbol (<c>Binance:BTCUSDT</c>) or by the symbol where one venue alone has it.</summary>
public static class InstrumentTable
{
    private static readonly Lazy<Instrument[]> Instruments = new(() =>
        [
            .. FutureFacts.Read(FactTable.Embedded("instruments/futures.csv")),
            .. PerpetualFacts.Read(FactTable.Embedded("instruments/perpetuals.csv")),
        ]
    );

    private static readonly Lazy<ILookup<string, Instrument>> ByName = new(() =>
        Instruments
            .Value.SelectMany(instrument => new[] { (Name: instrument.Symbol, instrument), (Name: instrument.Key, instrument) })
            .ToLookup(named => named.Name, named => named.instrument, StringComparer.Ordinal)
    );

    /// <summary>All of them, futures first, in the order of the tables.</summary>
    public static IReadOnlyList<Instrument> All => Instruments.Value;

    /// <summary>The instrument of this name; null when none or more than one has it.</summary>
    public static Instrument? TryFind(string name)
    {
        Instrument? only = null;
        foreach (var instrument in ByName.Value[name])
        {
            if (only is not null)
            {
                return null;
            }

            only = instrument;
        }

        return only;
    }

    /// <summary>The instrument of this name; otherwise false, and what is wrong with the name.</summary>
    public static bool TryFind(
        string name,
        [NotNullWhen(true)] out Instrument? instrument,
        [NotNullWhen(false)] out string? reason
    )
    {
        instrument = TryFind(name);
        reason = instrument is null ? WhyNotFound(name) : null;
        return instrument is not null;
    }

    /// <summary>The instrument of this name; throws with the nearest known name when there is none, with the choice when there are several.</summary>
    public static Instrument Find(string name) => TryFind(name) ?? throw new KeyNotFoundException(WhyNotFound(name));

    /// <summary>The future with this product code at ProjectX (<c>EP</c> is ES); null when there is none.</summary>
    public static Instrument? FindProjectX(string product)
    {
        foreach (var instrument in All)
        {
            if (instrument.Future?.ProjectXProduct == product)
            {
                return instrument;
            }
        }

        return null;
    }

    /// <summary>In words, why a name stands for no single instrument.</summary>
    internal static string WhyNotFound(string name)
    {
        var keys = ByName.Value[name].Select(instrument => instrument.Key).ToArray();
        return keys.Length == 0
            ? $"no instrument '{name}' is known: did you mean {NearestName(name)}?"
            : $"'{name}' trades at {keys.Length} venues: write {string.Join(" or ", keys)}";
    }

    private static string NearestName(string name) =>
        ByName
            .Value.Select(group => group.Key)
            .OrderBy(known => EditDistance.Between(name.ToUpperInvariant(), known.ToUpperInvariant()))
            .ThenBy(known => known, StringComparer.Ordinal)
            .First();
}
