using System.Buffers.Text;
using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Research.Reference;

/// <summary>The reference data as text that any program reads: times as whole nanoseconds of UTC, prices in points with two decimals.</summary>
public static class ReferenceCsv
{
    private const int LongestLine = 160;
    private const int HundredthsPerTick = 25;

    /// <summary>Writes a header and all bars of a reader; how many bars there were.</summary>
    public static long Write(BarReader reader, Stream target)
    {
        var buffer = new byte[1 << 16];
        "timestamp,open,high,low,close,volume\n"u8.CopyTo(buffer);
        var used = "timestamp,open,high,low,close,volume\n"u8.Length;
        var count = 0L;
        while (reader.Read(out var bars))
        {
            foreach (ref readonly var bar in bars)
            {
                if (used > buffer.Length - LongestLine)
                {
                    target.Write(buffer, 0, used);
                    used = 0;
                }

                used += Line(in bar, buffer.AsSpan(used));
            }

            count += bars.Length;
        }

        target.Write(buffer, 0, used);
        return count;
    }

    private static int Line(in Bar bar, Span<byte> line)
    {
        Utf8Formatter.TryFormat(bar.OpenTime.UnixNanoseconds, line, out var used);
        used += Points(bar.Open, line[used..]);
        used += Points(bar.High, line[used..]);
        used += Points(bar.Low, line[used..]);
        used += Points(bar.Close, line[used..]);
        line[used++] = (byte)',';
        Utf8Formatter.TryFormat(bar.Volume.Lots, line[used..], out var digits);
        used += digits;
        line[used++] = (byte)'\n';
        return used;
    }

    private static int Points(Price price, Span<byte> text)
    {
        var hundredths = Math.Abs(price.InTicks) * HundredthsPerTick;
        var used = 0;
        text[used++] = (byte)',';
        if (price.InTicks < 0)
        {
            text[used++] = (byte)'-';
        }

        Utf8Formatter.TryFormat(hundredths / 100, text[used..], out var digits);
        used += digits;
        text[used++] = (byte)'.';
        text[used++] = (byte)('0' + (hundredths / 10 % 10));
        text[used++] = (byte)('0' + (hundredths % 10));
        return used;
    }
}
