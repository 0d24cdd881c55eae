using FsCheck;
using FsCheck.Fluent;

namespace Keel.EndToEnd.Tests.Fuzz;

/// <summary>One wound to a file: bytes changed, put in, cut out, repeated, or all the rest lost.</summary>
internal sealed record ByteEdit(ByteEdit.Kind What, double Where, int Length, byte Value)
{
    // What a parser may trip over, beside any byte: digits, delimiters, quotes, line ends, signs, the highest and the lowest.
    private static readonly byte[] Awkward = [.. "0919,;\t|\"'\n\r.-+eEZT:/#N "u8, 0, 0xFF, 0x7F, 0x80];

    internal enum Kind
    {
        Change,
        Insert,
        Remove,
        Repeat,
        Truncate,
    }

    /// <summary>Any few wounds; losing the rest of the file is rarer than the others.</summary>
    public static Gen<ByteEdit[]> Several { get; } = Gen.Choose(1, 4).SelectMany(count => One().ArrayOf(count));

    /// <summary>The file with the wound.</summary>
    public byte[] In(byte[] file)
    {
        var at = (int)(Where * (file.Length - 1));
        var end = Math.Min(file.Length, at + Length);
        return What switch
        {
            Kind.Change => [.. file[..at], Value, .. file[(at + 1)..]],
            Kind.Insert => [.. file[..at], .. Enumerable.Repeat(Value, Length), .. file[at..]],
            Kind.Remove => [.. file[..at], .. file[end..]],
            Kind.Repeat => [.. file[..end], .. file[at..]],
            Kind.Truncate => file[..Math.Max(1, at)],
        };
    }

    private static Gen<ByteEdit> One() =>
        from what in Gen.Frequency(
            (8, Gen.Constant(Kind.Change)),
            (3, Gen.Constant(Kind.Insert)),
            (3, Gen.Constant(Kind.Remove)),
            (3, Gen.Constant(Kind.Repeat)),
            (1, Gen.Constant(Kind.Truncate))
        )
        from place in Gen.Choose(0, 1_000_000)
        from length in Gen.Choose(1, 60)
        from value in Gen.OneOf(Gen.Elements(Awkward), Gen.Choose(0, 255).Select(value => (byte)value))
        select new ByteEdit(what, place / 1_000_000.0, length, value);
}
