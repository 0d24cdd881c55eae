using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Keel.Domain;

namespace Keel.Data.Catalogs;

/// <summary>The bars of one instrument and one length, as the catalog holds them.</summary>
public sealed record Dataset
{
    /// <summary>The instrument's symbol.</summary>
    public required string Instrument { get; init; }

    /// <summary>What it holds: <c>bars-1s</c>, <c>bars-1m</c> …</summary>
    public required string Schema { get; init; }

    /// <summary>The tick in points, as it was when the data were imported.</summary>
    public required decimal Tick { get; init; }

    /// <summary>What one lot of the volume column stands for (1 contract, 0.001 coin).</summary>
    public decimal Lot { get; init; } = 1;

    /// <summary>The months, in order.</summary>
    public required IReadOnlyList<Partition> Partitions { get; init; }

    /// <summary>How many bars there are.</summary>
    [JsonIgnore]
    public long Rows => Partitions.Sum(partition => partition.Rows);

    /// <summary>Size of all files.</summary>
    [JsonIgnore]
    public long Bytes => Partitions.Sum(partition => partition.Bytes);

    /// <summary>Opening time of the first bar.</summary>
    [JsonIgnore]
    public Timestamp First => Partitions[0].First;

    /// <summary>Opening time of the last bar.</summary>
    [JsonIgnore]
    public Timestamp Last => Partitions[^1].Last;

    /// <summary>Name and identity: equal data have an equal identity, wherever and whenever they were imported.</summary>
    [JsonIgnore]
    public string Identity
    {
        get
        {
            var text = new StringBuilder(
                $"{Instrument}/{Schema} tick {Tick.ToString("0.#########")} lot {Lot.ToString("0.#########")}\n"
            );
            foreach (var partition in Partitions)
            {
                text.Append(partition.Year)
                    .Append('-')
                    .Append(partition.Month)
                    .Append(' ')
                    .Append(partition.Content)
                    .Append('\n');
            }

            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
            return $"{Instrument}/{Schema}@{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
        }
    }
}
