using Keel.Data.Synthetic;
using Keel.Domain;

namespace Keel.Data.Tests.Synthetic;

/// <summary>The dice and curves that make a market the same everywhere.</summary>
public class DiceTests
{
    [Fact]
    public void The_generator_gives_the_published_numbers_of_its_kind()
    {
        // The first five of SplitMix64 seeded with 1234567, as its test vector has them.
        var dice = new SplitMix64(1234567);
        ulong[] published =
        [
            6457827717110365317,
            3203168211198807973,
            9817491932198370423,
            4593380528125082431,
            16408922859458223821,
        ];
        Assert.Equal(published, Enumerable.Range(0, 5).Select(_ => dice.Next()));
    }

    [Fact]
    public void Normals_have_the_moments_of_a_normal()
    {
        var dice = new SplitMix64(7);
        var (mean, square, fourth) = (0.0, 0.0, 0.0);
        const int Count = 400_000;
        for (var i = 0; i < Count; i++)
        {
            var z = dice.Normal();
            mean += z / Count;
            square += z * z / Count;
            fourth += z * z * z * z / Count;
        }

        Assert.InRange(mean, -0.006, 0.006);
        Assert.InRange(square, 0.99, 1.01);
        Assert.InRange(fourth, 2.9, 3.05);
    }

    [Fact]
    public void The_portable_curves_agree_with_the_runtimes()
    {
        for (var x = -30.0; x < 30; x += 0.0173)
        {
            Assert.InRange(Portable.Exp(x) / Math.Exp(x), 1 - 1e-14, 1 + 1e-14);
            Assert.InRange(Portable.Log(Math.Exp(x)) - x, -1e-12, 1e-12);
        }
    }

    [Fact]
    public void Purposes_and_days_have_dice_of_their_own()
    {
        var first = Enumerable
            .Range(0, 50)
            .SelectMany(day => Enumerable.Range(0, 6).Select(purpose => One(day, purpose)))
            .ToList();
        Assert.Equal(first.Count, first.Distinct().Count());

        static ulong One(int day, int purpose) => SplitMix64.For(7, (ulong)day, (ulong)purpose).Next();
    }
}
