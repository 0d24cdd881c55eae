using Keel.Domain;
using Keel.Research.Reference;

namespace Keel.Research.Tests.Reference;

public sealed class ChecksumTests
{
    [Fact]
    public void The_checksum_of_nothing_is_where_it_starts() => Assert.Equal("cbf29ce484222325", default(Fnv1a).ToString());

    [Fact]
    public void An_integer_is_fed_as_eight_bytes_with_the_least_first()
    {
        var hash = default(Fnv1a);
        hash.Add(-2);

        var expected = 0xCBF29CE484222325;
        foreach (var one in BitConverter.GetBytes(-2L))
        {
            expected = unchecked((expected ^ one) * 0x100000001B3);
        }

        Assert.Equal(expected, hash.Value);
    }

    [Fact]
    public void Random_numbers_are_those_of_the_recipe()
    {
        var random = new SplitMix64(1);

        Assert.Equal(
            new ulong[] { 0x910a2dec89025cc1, 0xbeeb8da1658eec67, 0xf893a2eefb32555e, 0x71c18690ee42c90b },
            new[] { random.Next(), random.Next(), random.Next(), random.Next() }
        );
    }

    [Fact]
    public void The_yardstick_comes_to_its_known_number()
    {
        Assert.SkipUnless(ReferenceData.Long, "a quarter of a second or more: set KEEL_LONG=1");

        Assert.Equal(Yardstick.Expected, Yardstick.Run());
    }
}
