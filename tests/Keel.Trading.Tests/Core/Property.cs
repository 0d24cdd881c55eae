using FsCheck;
using FsCheck.Fluent;

namespace Keel.Trading.Tests.Core;

/// <summary>Runs a property with a fixed seed, which a failure prints. KEEL_CASES says how many cases; KEEL_LONG=1 asks for a hundred thousand.</summary>
internal static class Property
{
    private const ulong Seed = 20_260_304;
    private const ulong Gamma = 8_675_309;

    /// <summary>How many cases each property tries.</summary>
    public static int Cases { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("KEEL_CASES"), out var cases) ? cases
        : Environment.GetEnvironmentVariable("KEEL_LONG") == "1" ? 100_000
        : 2_000;

    /// <summary>Holds for generated values.</summary>
    public static void Holds<T>(Gen<T> values, Action<T> holds)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{Cases} cases from seed ({Seed}, {Gamma})");
        var config = Config.QuickThrowOnFailure.WithReplay(Seed, Gamma).WithMaxTest(Cases);
        Check.One(config, Prop.ForAll(values.ToArbitrary(), holds));
    }
}
