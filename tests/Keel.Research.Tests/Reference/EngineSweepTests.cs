using Keel.Research.Reference;

namespace Keel.Research.Tests.Reference;

public sealed class EngineSweepTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_engine_sweeps_what_other_programs_swept(int threads)
    {
        var row = ReferenceTable.Sweeps[0];
        var bars = ReferenceData.Series(row.Seed, row.Bars).ToBars();

        Assert.Equal(row.Expected, EngineSweep.Run(bars, new ReferenceParameters(), threads));
    }

    [Theory]
    [InlineData("default")]
    [InlineData("risk")]
    public void A_bar_allocates_nothing_however_many_are_traded(string set)
    {
        var bars = ReferenceData.Series(1, 1_000_000).ToBars();
        var engine = new ReferenceEngine(ReferenceParameters.Named(set), 1 << 15);
        engine.Run(bars);
        engine.Run(bars);

        Assert.Equal(0, engine.AllocatedBytes);
    }
}
