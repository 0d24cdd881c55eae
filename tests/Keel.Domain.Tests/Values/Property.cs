using FsCheck;
using FsCheck.Fluent;

namespace Keel.Domain.Tests.Values;

/// <summary>Runs a property with a fixed seed, which a failure prints, so that every run tries the same values.</summary>
internal static class Property
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithReplay(20_251_128, 8_675_309);

    /// <summary>Holds for every generated value.</summary>
    public static void Holds<T>(Gen<T> values, Func<T, bool> holds) => Check.One(Fixed, Prop.ForAll(values.ToArbitrary(), holds));

    /// <summary>Whole numbers from small to beyond any market's.</summary>
    public static Gen<long> Longs() =>
        Gen.OneOf(
            Gen.Choose(-20, 20).Select(n => (long)n),
            Gen.Choose(int.MinValue, int.MaxValue).Select(n => (long)n),
            Gen.Choose(int.MinValue, int.MaxValue).Select(n => n * 1_000_000_007L)
        );
}
