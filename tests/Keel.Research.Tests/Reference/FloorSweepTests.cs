using Keel.Research.Reference;

namespace Keel.Research.Tests.Reference;

public sealed class FloorSweepTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_sweep_gives_what_other_programs_gave_on_any_number_of_threads(int threads)
    {
        var row = ReferenceTable.Sweeps[0];

        Assert.Equal(row.Expected, FloorSweep.Run(ReferenceData.Series(row.Seed, row.Bars), new ReferenceParameters(), threads));
    }

    [Fact]
    public void A_sweep_over_a_million_bars_gives_what_other_programs_gave()
    {
        Assert.SkipUnless(ReferenceData.Long, "a hundred million bars: set KEEL_LONG=1");
        var row = ReferenceTable.Sweeps[1];

        Assert.Equal(row.Expected, FloorSweep.Run(ReferenceData.Series(row.Seed, row.Bars), new ReferenceParameters(), 2));
    }
}
