namespace Keel.Trading.Risk;

/// <summary>What a control says to an entry: as many lots as it allows, and, where that is not all, what it measured against which bound.</summary>
public readonly struct Ruling
{
    private Ruling(int lots, decimal need, decimal bound, string? code = null, bool isSize = false) =>
        (Lots, Need, Bound, Code, IsSize) = (lots, need, bound, code, isSize);

    /// <summary>As many as asked for.</summary>
    public static Ruling Allowed => new(int.MaxValue, 0, 0);

    /// <summary>The most lots that it allows; 0 refuses.</summary>
    public int Lots { get; }

    /// <summary>What was measured.</summary>
    public decimal Need { get; }

    /// <summary>The bound.</summary>
    public decimal Bound { get; }

    /// <summary>A finer code than the control's own; null where there is none.</summary>
    public string? Code { get; }

    /// <summary>Whether the lots are simply the size that was asked for: nothing was refused or reduced.</summary>
    public bool IsSize { get; }

    /// <summary>So many lots are wanted.</summary>
    public static Ruling Sized(int lots) => new(lots, 0, 0, null, isSize: true);

    /// <summary>The same under a finer code.</summary>
    public Ruling Because(string code) => new(Lots, Need, Bound, code);

    /// <summary>Refused.</summary>
    public static Ruling Refused(decimal need, decimal bound) => new(0, need, bound);

    /// <summary>Refused, for amounts of money in units.</summary>
    public static Ruling RefusedMoney(long need, long bound) => new(0, InMoney(need), InMoney(bound));

    /// <summary>Not more than so many lots.</summary>
    public static Ruling AtMost(int lots, decimal need, decimal bound) => new(Math.Max(lots, 0), need, bound);

    /// <summary>Not more than so many lots, for amounts of money in units.</summary>
    public static Ruling AtMostMoney(int lots, long need, long bound) => new(Math.Max(lots, 0), InMoney(need), InMoney(bound));

    // The scaled constructor costs a tenth of a division, and refusals can be as frequent as signals.
    private static decimal InMoney(long units)
    {
        var magnitude = unchecked((ulong)Math.Abs(units));
        return new decimal(unchecked((int)magnitude), unchecked((int)(magnitude >> 32)), 0, units < 0, 8);
    }
}
