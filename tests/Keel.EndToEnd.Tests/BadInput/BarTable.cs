using System.Globalization;
using System.Text;

namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>A good table of one-minute bars of MES that a case spoils in one respect. Lines carry no end; row 1 is the first bar.</summary>
internal sealed class BarTable
{
    public const string Names = "timestamp,open,high,low,close,volume";
    public const int Bars = 300;

    private static readonly DateTime Start = new(2024, 1, 3, 15, 0, 0, DateTimeKind.Utc);

    private BarTable(List<string> lines) => Lines = lines;

    /// <summary>The header, then the bars.</summary>
    public List<string> Lines { get; }

    /// <summary>The table whole, a header first, times in UTC and saying so.</summary>
    public static BarTable Good(int bars = Bars, DateTime? from = null) =>
        new([Names, .. Enumerable.Range(0, bars).Select(i => Bar((from ?? Start).AddMinutes(i), i, "yyyy-MM-dd'T'HH:mm:ss'Z'"))]);

    /// <summary>Two weeks of five-minute bars in New York's time, which the file does not name: the daily break is the only sign.</summary>
    public static BarTable Local(DateTime sunday)
    {
        var lines = new List<string> { Names };
        for (var week = 0; week < 2; week++)
        {
            for (var day = 0; day < 5; day++)
            {
                var open = sunday.AddDays((7 * week) + day).AddHours(18);
                lines.AddRange(
                    Enumerable.Range(0, 276).Select(i => Bar(open.AddMinutes(5 * i), i + (day * 276), "yyyy-MM-dd HH:mm:ss"))
                );
            }
        }

        return new BarTable(lines);
    }

    /// <summary>A bar as a line.</summary>
    public static string Bar(DateTime time, int number, string form)
    {
        var open = 4800m + (0.25m * (number * 7 % 23));
        var close = open + (0.25m * ((number % 5) - 2));
        FormattableString bar =
            $"{time.ToString(form, CultureInfo.InvariantCulture)},{open:0.00},{Math.Max(open, close) + 0.5m:0.00},{Math.Min(open, close) - 0.25m:0.00},{close:0.00},{100 + (number % 17)}";
        return bar.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The time of a bar of the good table.</summary>
    public static DateTime TimeOf(int row) => Start.AddMinutes(row - 1);

    /// <summary>Changes one field of a row: 0 the time, 1 to 4 the prices, 5 the volume.</summary>
    public BarTable Set(int row, int field, string text)
    {
        var fields = Lines[row].Split(',');
        fields[field] = text;
        Lines[row] = string.Join(',', fields);
        return this;
    }

    /// <summary>Changes every line, the header too.</summary>
    public BarTable Each(Func<string, int, string> change)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            Lines[i] = change(Lines[i], i);
        }

        return this;
    }

    /// <summary>Changes all lines at once.</summary>
    public BarTable Rearranged(Func<IReadOnlyList<string>, IEnumerable<string>> rows) =>
        new([Lines[0], .. rows(Lines.Skip(1).ToList())]);

    /// <summary>The table as bytes.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes(ToString());

    public override string ToString() => string.Join('\n', Lines) + "\n";
}
