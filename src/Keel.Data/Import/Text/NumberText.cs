using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Keel.Data.Import.Text;

/// <summary>Reads numbers as exact billionths.</summary>
internal static class NumberText
{
    private const long Limit = long.MaxValue / RawBar.One;

    private static ReadOnlySpan<int> Pow10 =>
        [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    /// <summary>Reads a number; the fault says why not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static RowFault Read(ReadOnlySpan<byte> text, byte decimalMark, out long billionths)
    {
        var i = 0;
        var negative = false;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            negative = text[0] == (byte)'-';
            i = 1;
        }

        var whole = 0L;
        var start = i;
        while (i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9' && i - start < 10)
        {
            whole = (whole * 10) + (text[i] - '0');
            i++;
        }

        var fraction = 0;
        var decimals = 0;
        var digits = i - start;
        if (i < text.Length && text[i] == decimalMark)
        {
            i++;
            while (i < text.Length && text[i] is >= (byte)'0' and <= (byte)'9' && decimals < 9)
            {
                fraction = (fraction * 10) + (text[i] - '0');
                decimals++;
                i++;
            }
        }

        if (i == text.Length && digits + decimals > 0 && whole < Limit)
        {
            var value = (whole * RawBar.One) + ((long)fraction * Pow10[9 - decimals]);
            billionths = negative ? -value : value;
            return RowFault.None;
        }

        return ReadOdd(text, decimalMark, out billionths);
    }

    /// <summary>Everything that is not plain digits: exponents, more than nine decimals, NaN, nothing.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static RowFault ReadOdd(ReadOnlySpan<byte> text, byte decimalMark, out long billionths)
    {
        billionths = 0;
        if (text.IsEmpty || Is(text, "null") || Is(text, "none") || Is(text, "na") || Is(text, "n/a") || Is(text, "-"))
        {
            return RowFault.MissingValue;
        }

        if (
            Is(text, "nan")
            || Is(text, "inf")
            || Is(text, "-inf")
            || Is(text, "+inf")
            || Is(text, "infinity")
            || Is(text, "-infinity")
        )
        {
            return RowFault.NotANumber;
        }

        Span<byte> plain = stackalloc byte[Math.Min(text.Length, 64)];
        if (text.Length > plain.Length)
        {
            return RowFault.UnreadableNumber;
        }

        text.CopyTo(plain);
        if (decimalMark != (byte)'.' && plain.IndexOf(decimalMark) is var mark && mark >= 0)
        {
            plain[mark] = (byte)'.';
        }

        if (!Utf8Parser.TryParse(plain, out double number, out var read) || read != plain.Length)
        {
            return RowFault.UnreadableNumber;
        }

        return FromDouble(number, out billionths);
    }

    /// <summary>A binary fraction as billionths, rounded.</summary>
    public static RowFault FromDouble(double number, out long billionths)
    {
        billionths = 0;
        if (!double.IsFinite(number))
        {
            return RowFault.NotANumber;
        }

        if (Math.Abs(number) >= Limit)
        {
            return RowFault.AbsurdPrice;
        }

        billionths = (long)Math.Round(number * RawBar.One);
        return RowFault.None;
    }

    private static bool Is(ReadOnlySpan<byte> text, string word)
    {
        if (text.Length != word.Length)
        {
            return false;
        }

        for (var i = 0; i < word.Length; i++)
        {
            if ((text[i] | 0x20) != word[i] && text[i] != word[i])
            {
                return false;
            }
        }

        return true;
    }
}
