using FsCheck;
using FsCheck.Fluent;

namespace Keel.Indicators.Tests;

/// <summary>Runs a property with a fixed seed, which a failure prints, so that every run tries the same values.</summary>
internal static class Property
{
    /// <summary>Runs of up to 200 prices in ticks, far and near, below zero too.</summary>
    public static Gen<double[]> Ticks { get; } =
        from spread in Gen.Elements(1, 3, 50, 20_000)
        from level in Gen.Choose(-100, 20_000)
        from count in Gen.Choose(1, 200)
        from steps in Gen.ArrayOf(Gen.Choose(-spread, spread), count)
        select Array.ConvertAll(steps, step => (double)(level + step));

    /// <summary>Runs of up to 200 numbers that no tick grid holds.</summary>
    public static Gen<double[]> Numbers { get; } = Ticks.Select(ticks => Array.ConvertAll(ticks, tick => tick * 0.1 / 3));

    /// <summary>Periods from 1 to 30.</summary>
    public static Gen<int> Periods { get; } = Gen.Choose(1, 30);

    /// <summary>Holds for so many generated values.</summary>
    public static void Holds<T>(Gen<T> values, int times, Action<T> holds)
    {
        var config = Config.QuickThrowOnFailure.WithReplay(20_131_007, 8_675_309).WithMaxTest(times);
        Check.One(config, Prop.ForAll(values.ToArbitrary(), holds));
    }
}
