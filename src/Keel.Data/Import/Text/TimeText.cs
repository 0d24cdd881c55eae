using System.Runtime.CompilerServices;

namespace Keel.Data.Import.Text;

/// <summary>Reads time stamps in every form that vendors write them.</summary>
internal static class TimeText
{
    private const long NanosecondsPerSecond = 1_000_000_000;
    private const long NanosecondsPerDay = 86_400 * NanosecondsPerSecond;

    /// <summary>What a time stamp was found to hold.</summary>
    internal enum Kind
    {
        Unreadable,
        DateOnly,
        Local,
        Utc,
    }

    /// <summary>Reads a time stamp as nanoseconds since 1970 of its own clock, or of UTC where it names a zone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Kind Read(ReadOnlySpan<byte> text, TimeLayout layout, out long nanoseconds)
    {
        if (
            layout == TimeLayout.YearMonthDay
            && text.Length == 19
            && text[4] == '-'
            && text[7] == '-'
            && text[13] == ':'
            && text[16] == ':'
        )
        {
            var year = (Two(text, 0) * 100) + Two(text, 2);
            var (month, day) = (Two(text, 5), Two(text, 8));
            var (hour, minute, second) = (Two(text, 11), Two(text, 14), Two(text, 17));
            // A character that is no digit makes its pair huge, and the pair fails the range check.
            if (
                month is >= 1 and <= 12
                && day is >= 1 and <= 28
                && hour < 24
                && minute < 60
                && second < 60
                && year is >= 1800 and <= 2200
            )
            {
                nanoseconds =
                    ((DaysSince1970((int)year, (int)month, (int)day) * 86_400) + (hour * 3600) + (minute * 60) + second)
                    * NanosecondsPerSecond;
                return Kind.Local;
            }
        }

        return layout == TimeLayout.Epoch ? ReadEpoch(text, out nanoseconds) : ReadCalendar(text, layout, out nanoseconds);
    }

    /// <summary>Days from 1970-01-01 to a date of the Gregorian calendar.</summary>
    public static long DaysSince1970(int year, int month, int day)
    {
        var y = month <= 2 ? year - 1 : year;
        var era = (y >= 0 ? y : y - 399) / 400;
        var yearOfEra = y - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return ((long)era * 146_097) + dayOfEra - 719_468;
    }

    /// <summary>Whether a text can be a number of seconds or parts of them since 1970: nine digits and more, nothing else.</summary>
    public static bool LooksLikeEpoch(ReadOnlySpan<byte> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (c is < (byte)'0' or > (byte)'9')
            {
                return digits >= 9 && c == '.';
            }

            digits++;
        }

        return digits >= 9 && !(digits is 12 or 14 && ReadCalendar(text, TimeLayout.YearMonthDay, out _) == Kind.Local);
    }

    private static uint Two(ReadOnlySpan<byte> text, int at)
    {
        var tens = unchecked((uint)(text[at] - '0'));
        var ones = unchecked((uint)(text[at + 1] - '0'));
        return tens > 9 || ones > 9 ? 10_000u : (tens * 10) + ones;
    }

    private static Kind ReadEpoch(ReadOnlySpan<byte> text, out long nanoseconds)
    {
        nanoseconds = 0;
        var whole = 0L;
        var i = 0;
        for (; i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            if (i >= 19)
            {
                return Kind.Unreadable;
            }

            whole = unchecked((whole * 10) + (text[i] - '0'));
        }

        if (i < 9 || whole < 0)
        {
            return Kind.Unreadable;
        }

        // The magnitude tells the unit: seconds reach 10^11 in the year 5138, milliseconds are above it since 1973.
        var unit = whole switch
        {
            < 100_000_000_000 => NanosecondsPerSecond,
            < 100_000_000_000_000 => 1_000_000,
            < 100_000_000_000_000_000 => 1_000,
            _ => 1,
        };
        if (whole > long.MaxValue / unit)
        {
            return Kind.Unreadable;
        }

        nanoseconds = whole * unit;
        if (i == text.Length)
        {
            return Kind.Utc;
        }

        var fraction = unit;
        for (i++; i < text.Length; i++)
        {
            if (text[i] is < (byte)'0' or > (byte)'9')
            {
                return Kind.Unreadable;
            }

            fraction /= 10;
            nanoseconds = unchecked(nanoseconds + ((text[i] - '0') * fraction));
        }

        if (nanoseconds < 0)
        {
            return Kind.Unreadable;
        }

        return Kind.Utc;
    }

    private static Kind ReadCalendar(ReadOnlySpan<byte> text, TimeLayout layout, out long nanoseconds)
    {
        nanoseconds = 0;
        var at = 0;
        if (!ReadDate(text, ref at, layout, out var days))
        {
            return Kind.Unreadable;
        }

        nanoseconds = days * NanosecondsPerDay;
        SkipBetweenDateAndTime(text, ref at);
        if (at == text.Length)
        {
            return Kind.DateOnly;
        }

        if (!ReadClock(text, ref at, out var ofDay))
        {
            return Kind.Unreadable;
        }

        nanoseconds += ofDay;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        if (at == text.Length)
        {
            return Kind.Local;
        }

        if (!ReadZone(text[at..], out var offset))
        {
            return Kind.Unreadable;
        }

        nanoseconds -= offset;
        return Kind.Utc;
    }

    private static bool ReadDate(ReadOnlySpan<byte> text, ref int at, TimeLayout layout, out long days)
    {
        days = 0;
        int year,
            month,
            day;
        var digits = Digits(text, at);
        if (digits is 8 or 12 or 14)
        {
            year = Number(text.Slice(at, 4));
            month = Number(text.Slice(at + 4, 2));
            day = Number(text.Slice(at + 6, 2));
            at += 8;
        }
        else
        {
            Span<int> parts = stackalloc int[3];
            for (var part = 0; part < 3; part++)
            {
                var length = Digits(text, at);
                if (length is < 1 or > 4)
                {
                    return false;
                }

                parts[part] = Number(text.Slice(at, length));
                at += length;
                if (part < 2)
                {
                    if (at >= text.Length || text[at] is not ((byte)'-' or (byte)'/' or (byte)'.'))
                    {
                        return false;
                    }

                    at++;
                }
            }

            (year, month, day) = layout switch
            {
                TimeLayout.MonthDayYear => (parts[2], parts[0], parts[1]),
                TimeLayout.DayMonthYear => (parts[2], parts[1], parts[0]),
                _ => (parts[0], parts[1], parts[2]),
            };
            if (year < 100 && layout != TimeLayout.YearMonthDay)
            {
                year += year < 70 ? 2000 : 1900;
            }
        }

        if (year is < 1800 or > 2200 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        days = DaysSince1970(year, month, day);
        return true;
    }

    private static void SkipBetweenDateAndTime(ReadOnlySpan<byte> text, ref int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'T' or (byte)'t' or (byte)',' or (byte)';')
        {
            at++;
        }
    }

    private static bool ReadClock(ReadOnlySpan<byte> text, ref int at, out long ofDay)
    {
        ofDay = 0;
        int hour,
            minute,
            second = 0;
        var digits = Digits(text, at);
        if (digits is 4 or 6)
        {
            hour = Number(text.Slice(at, 2));
            minute = Number(text.Slice(at + 2, 2));
            second = digits == 6 ? Number(text.Slice(at + 4, 2)) : 0;
            at += digits;
        }
        else if (digits is 1 or 2 && at + digits < text.Length && text[at + digits] == ':' && Digits(text, at + digits + 1) == 2)
        {
            hour = Number(text.Slice(at, digits));
            minute = Number(text.Slice(at + digits + 1, 2));
            at += digits + 3;
            if (at < text.Length && text[at] == ':')
            {
                if (Digits(text, at + 1) != 2)
                {
                    return false;
                }

                second = Number(text.Slice(at + 1, 2));
                at += 3;
            }
        }
        else
        {
            return false;
        }

        var fraction = 0L;
        if (at < text.Length && text[at] is (byte)'.' or (byte)',' && Digits(text, at + 1) is >= 1 and <= 9 and var length)
        {
            fraction = Number(text.Slice(at + 1, length));
            for (var i = length; i < 9; i++)
            {
                fraction *= 10;
            }

            at += length + 1;
        }

        if (!ReadHalfDay(text, ref at, ref hour) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        ofDay = (((hour * 3600L) + (minute * 60) + second) * NanosecondsPerSecond) + fraction;
        return true;
    }

    private static bool ReadHalfDay(ReadOnlySpan<byte> text, ref int at, ref int hour)
    {
        var mark = text[at..].TrimStart((byte)' ');
        if (mark.Length < 2 || (mark[1] | 0x20) != 'm' || (mark[0] | 0x20) is not ('a' or 'p'))
        {
            return true;
        }

        if (hour is < 1 or > 12)
        {
            return false;
        }

        hour = (hour % 12) + ((mark[0] | 0x20) == 'p' ? 12 : 0);
        at = text.Length - mark.Length + 2;
        return true;
    }

    private static bool ReadZone(ReadOnlySpan<byte> text, out long offset)
    {
        offset = 0;
        if (text.Length == 1 && (text[0] | 0x20) == 'z')
        {
            return true;
        }

        if (text.SequenceEqual("UTC"u8) || text.SequenceEqual("GMT"u8))
        {
            return true;
        }

        if (text[0] is not ((byte)'+' or (byte)'-') || text.Length is not (3 or 5 or 6) || Digits(text, 1) is not (2 or 4))
        {
            return false;
        }

        var minuteAt = text.Length == 6 ? 4 : 3;
        if (text.Length == 6 && (text[3] != ':' || Digits(text, 4) != 2))
        {
            return false;
        }

        var hours = Number(text.Slice(1, 2));
        var minutes = text.Length > 3 ? Number(text.Slice(minuteAt, 2)) : 0;
        offset = ((hours * 3600L) + (minutes * 60)) * NanosecondsPerSecond * (text[0] == '-' ? -1 : 1);
        return hours <= 14 && minutes < 60;
    }

    private static int Digits(ReadOnlySpan<byte> text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is >= (byte)'0' and <= (byte)'9')
        {
            end++;
        }

        return end - at;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var c in digits)
        {
            number = (number * 10) + (c - '0');
        }

        return number;
    }
}
