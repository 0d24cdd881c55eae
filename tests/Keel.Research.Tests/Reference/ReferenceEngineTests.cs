using Keel.Research.Reference;

namespace Keel.Research.Tests.Reference;

public sealed class ReferenceEngineTests
{
    public static TheoryData<ulong, int, string> Keys => [.. ReferenceTable.Jobs.Select(row => (row.Seed, row.Bars, row.Set))];

    [Theory]
    [MemberData(nameof(Keys))]
    public void The_engine_trades_what_other_programs_traded(ulong seed, int bars, string set)
    {
        var expected = ReferenceTable.Jobs.Single(row => (row.Seed, row.Bars, row.Set) == (seed, bars, set)).Expected;
        var engine = new ReferenceEngine(ReferenceParameters.Named(set));

        Assert.Equal(expected, engine.Outcome(ReferenceData.Series(seed, bars).ToBars()));
    }
}
