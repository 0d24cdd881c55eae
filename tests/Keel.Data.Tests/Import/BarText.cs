using System.Globalization;
using System.Text;
using Keel.Domain;
using Keel.Domain.Markets;
using NodaTime;

namespace Keel.Data.Tests.Import;

/// <summary>Writes bars as the text files that vendors sell.</summary>
internal sealed record BarText
{
    /// <summary>How a time is written; from local time and offset.</summary>
    public required string Format { get; init; }

    public string Header { get; init; } = "timestamp,open,high,low,close,volume";

    public char Delimiter { get; init; } = ',';

    public char DecimalMark { get; init; } = '.';

    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    /// <summary>Seconds from a bar's open to its stamp.</summary>
    public int Shift { get; init; }

    public decimal Tick { get; init; } = 0.25m;

    /// <summary>Seconds, milli-, micro- and nanoseconds since 1970 are formats of their own.</summary>
    private int EpochZeros =>
        Format switch
        {
            "s" => 0,
            "ms" => 3,
            "us" => 6,
            "ns" => 9,
            _ => -1,
        };

    public static BarText Iso => new() { Format = "yyyy-MM-dd HH:mm:ss" };

    /// <summary>Every layout without zone, with a name for messages.</summary>
    public static IReadOnlyList<BarText> Local { get; } =
    [
        Iso,
        Iso with
        {
            Header = "",
        },
        Iso with
        {
            Format = "yyyy-MM-dd'T'HH:mm:ss",
            Header = ",Open,High,Low,Close,Volume",
        },
        Iso with
        {
            Format = "yyyyMMdd HHmmss",
            Header = "",
            Delimiter = ';',
        },
        Iso with
        {
            Format = "MM/dd/yyyy HH:mm:ss",
            Header = "Time,Open,High,Low,Last,Volume",
        },
        Iso with
        {
            Format = "M/d/yyyy,h:mm:ss tt",
            Header = "\"Date\",\"Time\",\"Open\",\"High\",\"Low\",\"Close\",\"Vol\"",
        },
        Iso with
        {
            Format = "dd.MM.yyyy HH:mm:ss",
            Header = "",
            Delimiter = ';',
            DecimalMark = ',',
        },
        Iso with
        {
            Format = "dd/MM/yyyy HH:mm:ss",
            Header = "Date;Open;High;Low;Close;Volume",
            Delimiter = ';',
            DecimalMark = ',',
        },
        Iso with
        {
            Format = "yyyyMMdd,HHmmss",
            Header = "",
        },
        Iso with
        {
            Format = "yyyy.MM.dd\tHH:mm:ss",
            Header = "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<VOL>",
            Delimiter = '\t',
        },
    ];

    /// <summary>Every layout that is an instant by itself.</summary>
    public static IReadOnlyList<BarText> Instants { get; } =
    [
        .. new[] { "s", "ms", "us", "ns", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm:ss'+00:00'" }.Select(format =>
            Iso with
            {
                Format = format,
            }
        ),
        Iso with
        {
            Format = "s",
            Header = "",
        },
        Iso with
        {
            Format = "yyyy-MM-dd HH:mm:ss",
            Header = "timestamp_utc,open,high,low,close,volume",
        },
    ];

    public string Write(IEnumerable<Bar> bars)
    {
        var text = new StringBuilder(Header).Append(Header.Length > 0 ? "\n" : "");
        var (offset, until) = (0L, long.MinValue);
        foreach (var bar in bars)
        {
            var stamp = bar.OpenTime + Span.FromSeconds(Shift);
            if (stamp.UnixNanoseconds >= until)
            {
                var interval = Zone.GetZoneInterval(stamp.ToInstant());
                offset = interval.WallOffset.Nanoseconds;
                until = interval.HasEnd ? Timestamp.FromInstant(interval.End).UnixNanoseconds : long.MaxValue;
            }

            Append(text, stamp, offset);
            foreach (var price in (ReadOnlySpan<Price>)[bar.Open, bar.High, bar.Low, bar.Close])
            {
                var points = (price.InTicks * Tick).ToString(CultureInfo.InvariantCulture);
                text.Append(Delimiter).Append(DecimalMark == '.' ? points : points.Replace('.', DecimalMark));
            }

            text.Append(Delimiter).Append(bar.Volume.Lots).Append('\n');
        }

        return text.ToString();
    }

    private void Append(StringBuilder text, Timestamp stamp, long offset)
    {
        if (EpochZeros >= 0)
        {
            text.Append(stamp.UnixNanoseconds / Timestamp.NanosecondsPerSecond).Append('0', EpochZeros);
            return;
        }

        var local = DateTime.UnixEpoch.AddTicks((stamp.UnixNanoseconds + offset) / 100);
        text.Append(local.ToString(Format, CultureInfo.InvariantCulture));
    }
}
