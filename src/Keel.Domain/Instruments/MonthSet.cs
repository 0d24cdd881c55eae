namespace Keel.Domain.Instruments;

/// <summary>Some of the twelve months, written with the exchange's letters: <c>HMUZ</c> for March, June, September, December.</summary>
public readonly record struct MonthSet
{
    /// <summary>The letters of January to December.</summary>
    public const string Letters = "FGHJKMNQUVXZ";

    private readonly int bits;

    private MonthSet(int bits) => this.bits = bits;

    /// <summary>Whether it has no month: what a value never set says.</summary>
    public bool IsNone => bits == 0;

    /// <summary>Reads letters in the order of the year; throws on any other letter, order, or on none.</summary>
    public static MonthSet Parse(string letters)
    {
        var held = 0;
        foreach (var letter in letters)
        {
            var at = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0 || 1 << at <= held)
            {
                throw new ArgumentException($"'{letters}' are not months in order: use {Letters}");
            }

            held |= 1 << at;
        }

        return held != 0 ? new MonthSet(held) : throw new ArgumentException("a set of months needs a month");
    }

    /// <summary>Whether a month (1 to 12) is among them.</summary>
    public bool Contains(int month) => month is >= 1 and <= 12 && (bits & (1 << (month - 1))) != 0;

    /// <summary>Whether all months of another set are among them.</summary>
    public bool ContainsAll(MonthSet other) => (other.bits & ~bits) == 0;

    /// <summary>The letters in the order of the year.</summary>
    public override string ToString()
    {
        var held = bits;
        return string.Concat(Letters.Where((_, at) => (held & (1 << at)) != 0));
    }
}
