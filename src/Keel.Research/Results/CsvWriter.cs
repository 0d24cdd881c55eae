using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Keel.Domain;

namespace Keel.Research.Results;

/// <summary>Writes a CSV as UTF-8, field by field, the same bytes everywhere: no culture, line feed at each end.</summary>
internal sealed class CsvWriter : IDisposable
{
    private const int LongestNumber = 64;
    private const long NanosecondsPerDay = 86_400 * Timestamp.NanosecondsPerSecond;

    // DateOnly counts from the year 1, a trading day from 1970.
    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private readonly byte[] buffer = new byte[32 * 1024];
    private readonly byte[] date = new byte[10];
    private readonly Stream into;
    private int length;
    private bool inLine;
    private int dateIs = int.MinValue;

    /// <summary>Writes into the stream and begins with this header.</summary>
    public CsvWriter(Stream into, string header)
    {
        this.into = into;
        Raw(Encoding.ASCII.GetBytes(header));
        EndLine();
    }

    /// <summary>A field without a value.</summary>
    public CsvWriter Empty()
    {
        Begin(0);
        return this;
    }

    /// <summary>Text, quoted where it has to be.</summary>
    public CsvWriter Text(string text)
    {
        Begin(0);
        var quoted = text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
        Raw(Encoding.UTF8.GetBytes(quoted));
        return this;
    }

    /// <summary>A short word that needs no quotes.</summary>
    public CsvWriter Word(string word)
    {
        Begin(word.Length * 3);
        _ = Utf8.FromUtf16(word, buffer.AsSpan(length), out _, out var written);
        length += written;
        return this;
    }

    /// <summary>A whole number.</summary>
    public CsvWriter Number(long value)
    {
        Begin(LongestNumber);
        _ = Utf8Formatter.TryFormat(value, buffer.AsSpan(length), out var written);
        length += written;
        return this;
    }

    /// <summary>A number that reads back as itself; empty when there is none.</summary>
    public CsvWriter Number(double? value)
    {
        Begin(LongestNumber);
        if (value is { } number && double.IsFinite(number))
        {
            _ = (number == 0 ? 0.0 : number).TryFormat(buffer.AsSpan(length), out var written, "R", CultureInfo.InvariantCulture);
            length += written;
        }

        return this;
    }

    /// <summary>An exact decimal without needless zeros.</summary>
    public CsvWriter Number(decimal value)
    {
        Begin(LongestNumber);
        _ = value.TryFormat(buffer.AsSpan(length), out var written, "0.##########", CultureInfo.InvariantCulture);
        length += written;
        return this;
    }

    /// <summary>A whole number of units of the last of so many decimals: 12345 with two is 123.45.</summary>
    public CsvWriter Fixed(long units, int decimals)
    {
        Begin(LongestNumber);
        FixedDigits(units, decimals);
        return this;
    }

    /// <summary>An amount with two decimals, more only where it has them; empty when there is none.</summary>
    public CsvWriter Amount(Money? amount)
    {
        Begin(LongestNumber);
        if (amount is { } money)
        {
            const long perCent = Money.UnitsPerWhole / 100;
            var (cents, rest) = Math.DivRem(money.Units, perCent);
            FixedDigits(rest == 0 ? cents : money.Units, rest == 0 ? 2 : 8);
            while (rest != 0 && buffer[length - 1] == '0')
            {
                length--;
            }
        }

        return this;
    }

    /// <summary>An instant in UTC with nine decimals; empty when there is none.</summary>
    public CsvWriter Time(Timestamp? time)
    {
        Begin(LongestNumber);
        if (time is { } instant)
        {
            var ns = instant.UnixNanoseconds;
            var (day, inDay) = Math.DivRem(ns, NanosecondsPerDay);
            if (inDay < 0)
            {
                day--;
                inDay += NanosecondsPerDay;
            }

            var (seconds, fraction) = Math.DivRem(inDay, Timestamp.NanosecondsPerSecond);
            DateDigits((int)day);
            Byte('T');
            Digits(seconds / 3600, 2);
            Byte(':');
            Digits(seconds / 60 % 60, 2);
            Byte(':');
            Digits(seconds % 60, 2);
            Byte('.');
            Digits(fraction, 9);
            Byte('Z');
        }

        return this;
    }

    /// <summary>A date, in days since 1970.</summary>
    public CsvWriter Date(int dayNumber)
    {
        Begin(LongestNumber);
        DateDigits(dayNumber);
        return this;
    }

    /// <summary>Ends the line.</summary>
    public void EndLine()
    {
        MakeRoom(1);
        Byte('\n');
        inLine = false;
    }

    /// <summary>Writes what is left; the stream stays open.</summary>
    public void Dispose() => Flush();

    private void Begin(int room)
    {
        MakeRoom(room + 1);
        if (inLine)
        {
            Byte(',');
        }

        inLine = true;
    }

    private void FixedDigits(long units, int decimals)
    {
        if (units < 0)
        {
            Byte('-');
        }

        // Negating the magnitude as unsigned is right for the lowest number too.
        var magnitude = units < 0 ? unchecked((ulong)-units) : (ulong)units;
        var scale = 1UL;
        for (var i = 0; i < decimals; i++)
        {
            scale *= 10;
        }

        _ = Utf8Formatter.TryFormat(magnitude / scale, buffer.AsSpan(length), out var written);
        length += written;
        if (decimals > 0)
        {
            Byte('.');
            Digits((long)(magnitude % scale), decimals);
        }
    }

    private void DateDigits(int day)
    {
        if (day != dateIs)
        {
            _ = DateOnly.FromDayNumber(Epoch + day).TryFormat(date, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            dateIs = day;
        }

        date.CopyTo(buffer, length);
        length += date.Length;
    }

    private void Digits(long value, int digits)
    {
        for (var i = digits - 1; i >= 0; i--)
        {
            buffer[length + i] = (byte)('0' + value % 10);
            value /= 10;
        }

        length += digits;
    }

    private void Byte(char character) => buffer[length++] = (byte)character;

    private void Raw(byte[] bytes)
    {
        if (bytes.Length > buffer.Length - length)
        {
            Flush();
            into.Write(bytes);
            return;
        }

        bytes.CopyTo(buffer, length);
        length += bytes.Length;
    }

    private void MakeRoom(int bytes)
    {
        if (buffer.Length - length < bytes)
        {
            Flush();
        }
    }

    private void Flush()
    {
        into.Write(buffer, 0, length);
        length = 0;
    }
}
