namespace Keel.Trading.Tests;

public sealed class PlaceTests
{
    [Fact]
    public void The_project_has_a_place() => Assert.True(true);
}
