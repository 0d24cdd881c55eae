using Keel.Domain;
using Keel.Trading.World;

namespace Keel.Trading.Tests.World;

public sealed class VirtualWorldTests
{
    private static readonly Timestamp Begin = Timestamp.Parse("2025-11-28T14:30:00Z");

    private readonly VirtualWorld world = new(Begin, seed: 1);

    [Fact]
    public void Time_passes_only_when_told()
    {
        Assert.Equal((Begin, Span.Zero), (world.Now, world.Elapsed));
        world.Advance(Span.FromSeconds(90));
        Assert.Equal((Begin + Span.FromSeconds(90), Span.FromSeconds(90)), (world.Now, world.Elapsed));
    }

    [Fact]
    public void A_clock_that_is_set_back_moves_no_timer()
    {
        var done = new List<Timestamp>();
        world.After(Span.FromSeconds(10), () => done.Add(world.Now));
        world.SetClock(Begin - Span.FromHours(1));
        world.Advance(Span.FromSeconds(9));
        Assert.Empty(done);
        world.Advance(Span.FromSeconds(1));
        Assert.Equal([Begin - Span.FromHours(1) + Span.FromSeconds(10)], done);
        Assert.Equal(Span.FromSeconds(10), world.Elapsed);
    }

    [Fact]
    public void Work_is_done_at_its_moment_and_in_the_order_asked_for()
    {
        var done = new List<string>();
        world.After(Span.FromSeconds(2), () => Did("b"));
        world.After(Span.FromSeconds(2), () => Did("c"));
        world.After(
            Span.FromSeconds(1),
            () =>
            {
                Did("a");
                world.After(Span.FromSeconds(4), () => Did("d"));
            }
        );
        world.After(Span.FromSeconds(6), () => Did("too late"));
        world.Advance(Span.FromSeconds(5));
        Assert.Equal(["a at 1s", "b at 2s", "c at 2s", "d at 5s"], done);

        void Did(string what) => done.Add($"{what} at {world.Elapsed}");
    }

    [Fact]
    public void Work_taken_back_is_not_done()
    {
        var timer = world.After(Span.FromSeconds(1), () => Assert.Fail("it was taken back"));
        Assert.False(timer.IsNone);
        Assert.True(world.Cancel(timer));
        Assert.False(world.Cancel(timer));
        Assert.False(world.Cancel(default));
        world.Advance(Span.FromSeconds(2));
    }

    [Fact]
    public void A_killed_process_does_no_more_work()
    {
        world.After(Span.FromSeconds(1), () => Assert.Fail("the process is dead"));
        world.KillProcess();
        world.Advance(Span.FromSeconds(2));
    }

    [Fact]
    public void The_seed_decides_what_is_drawn()
    {
        var same = new VirtualWorld(Begin, seed: 1);
        var other = new VirtualWorld(Begin, seed: 2);
        var drawn = world.Draw();
        Assert.Equal(drawn, same.Draw());
        Assert.NotEqual(drawn, other.Draw());
        Assert.NotEqual(drawn, world.Draw());
    }
}
