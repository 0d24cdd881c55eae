using System.Globalization;
using System.Text;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;

namespace Keel.Data.Export;

/// <summary>Bars as lines of text: time in UTC, prices with the decimals of their grid.</summary>
internal sealed class CsvBarText : IDisposable
{
    private const int LongestLine = 160;
    private readonly Stream stream;
    private readonly PriceGrid grid;
    private readonly decimal lot;
    private readonly byte[] buffer = new byte[1 << 16];
    private int used;
    private long day = long.MinValue;
    private byte[] date = [];

    public CsvBarText(Stream stream, PriceGrid grid, decimal lot)
    {
        this.lot = lot;
        this.stream = stream;
        this.grid = grid;
        used = Encoding.ASCII.GetBytes("timestamp,open,high,low,close,volume\n", buffer);
    }

    public void Write(ReadOnlySpan<Bar> bars)
    {
        foreach (ref readonly var bar in bars)
        {
            if (used > buffer.Length - LongestLine)
            {
                Flush();
            }

            Time(bar.OpenTime);
            Price(bar.Open);
            Price(bar.High);
            Price(bar.Low);
            Price(bar.Close);
            Volume(bar.Volume.Lots);
            buffer[used++] = (byte)'\n';
        }
    }

    public void Dispose() => Flush();

    private void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }

    private void Time(Timestamp time)
    {
        var seconds = time.UnixNanoseconds / Timestamp.NanosecondsPerSecond;
        var (days, ofDay) = Math.DivRem(seconds, 86_400);
        if (days != day)
        {
            day = days;
            date = Encoding.ASCII.GetBytes(
                DateTime.UnixEpoch.AddDays(days).ToString("yyyy-MM-ddT", CultureInfo.InvariantCulture)
            );
        }

        date.CopyTo(buffer.AsSpan(used));
        used += date.Length;
        Two((int)(ofDay / 3600));
        buffer[used++] = (byte)':';
        Two((int)(ofDay / 60 % 60));
        buffer[used++] = (byte)':';
        Two((int)(ofDay % 60));
        buffer[used++] = (byte)'Z';
    }

    private void Two(int number)
    {
        buffer[used++] = (byte)('0' + (number / 10));
        buffer[used++] = (byte)('0' + (number % 10));
    }

    private void Price(Price price)
    {
        buffer[used++] = (byte)',';
        var units = price.InTicks * grid.UnitsPerTick;
        if (units < 0)
        {
            buffer[used++] = (byte)'-';
            units = -units;
        }

        var (whole, fraction) = Math.DivRem(units, grid.Scale);
        Digits(whole);
        if (grid.Decimals == 0)
        {
            return;
        }

        buffer[used++] = (byte)'.';
        for (var i = grid.Decimals - 1; i >= 0; i--)
        {
            buffer[used + i] = (byte)('0' + (fraction % 10));
            fraction /= 10;
        }

        used += grid.Decimals;
    }

    private void Volume(long lots)
    {
        buffer[used++] = (byte)',';
        if (lot == 1)
        {
            Digits(lots);
        }
        else
        {
            used += Encoding.ASCII.GetBytes(
                (lots * lot).ToString("0.#########", CultureInfo.InvariantCulture),
                buffer.AsSpan(used)
            );
        }
    }

    private void Digits(long number)
    {
        System.Buffers.Text.Utf8Formatter.TryFormat(number, buffer.AsSpan(used), out var written);
        used += written;
    }
}
