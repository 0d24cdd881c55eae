using System.Text.Json.Serialization;
using Keel.Domain;

namespace Keel.Data.Catalogs;

/// <summary>One month (UTC) of a dataset: its file, and what is in it.</summary>
public sealed record Partition
{
    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public required int Month { get; init; }

    /// <summary>The file, relative to the catalog's folder.</summary>
    public required string File { get; init; }

    /// <summary>How many bars.</summary>
    public required long Rows { get; init; }

    /// <summary>Opening time of the first bar, in UTC nanoseconds.</summary>
    public required long FirstNanoseconds { get; init; }

    /// <summary>Opening time of the last bar, in UTC nanoseconds.</summary>
    public required long LastNanoseconds { get; init; }

    /// <summary>Size of the file.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the bars themselves, independent of the file's encoding.</summary>
    public required string Content { get; init; }

    /// <summary>Whether prices are stored with eighteen digits instead of nine.</summary>
    public bool Wide { get; init; }

    /// <summary>Opening time of the first bar.</summary>
    [JsonIgnore]
    public Timestamp First => new(FirstNanoseconds);

    /// <summary>Opening time of the last bar.</summary>
    [JsonIgnore]
    public Timestamp Last => new(LastNanoseconds);
}
