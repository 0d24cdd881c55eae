using FsCheck;
using FsCheck.Fluent;

namespace Keel.Trading.Tests;

/// <summary>Runs a property with a fixed seed, which a failure prints, so that every run tries the same values.</summary>
internal static class Property
{
    /// <summary>Holds for so many generated values.</summary>
    public static void Holds<T>(Gen<T> values, int times, Action<T> holds)
    {
        var config = Config.QuickThrowOnFailure.WithReplay(20_251_128, 8_675_309).WithMaxTest(times);
        Check.One(config, Prop.ForAll(values.ToArbitrary(), holds));
    }
}
