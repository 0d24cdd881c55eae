using Keel.Domain;

namespace Keel.Trading.World;

/// <summary>
/// A world of one thread, whose time passes only when it is told to and whose accidents follow from one seed: the same calls give the same
/// bytes, far faster than life.
/// </summary>
public sealed class VirtualWorld : IWorld
{
    private readonly TimerQueue timers = new();
    private SplitMix64 draws;
    private Timestamp clockAtBegin;

    /// <summary>A world that begins at a moment, with an empty disk.</summary>
    public VirtualWorld(Timestamp begin, ulong seed)
    {
        clockAtBegin = begin;
        draws = new SplitMix64(seed);
        Disk = new VirtualDisk(draws.Next());
    }

    /// <inheritdoc />
    public Timestamp Now => clockAtBegin + Elapsed;

    /// <inheritdoc />
    public Span Elapsed { get; private set; }

    /// <inheritdoc />
    public IFiles Files => Disk;

    /// <summary>The disk, with what can befall it.</summary>
    public VirtualDisk Disk { get; }

    /// <inheritdoc />
    public ulong Draw() => draws.Next();

    /// <inheritdoc />
    public TimerId After(Span delay, Action work) => timers.Add(delay < Span.Zero ? Elapsed : Elapsed + delay, work);

    /// <inheritdoc />
    public bool Cancel(TimerId timer) => timers.Remove(timer);

    /// <summary>Lets time pass; work that falls due is done on the way, each at its own moment.</summary>
    public void Advance(Span by)
    {
        var until = Elapsed + by;
        while (timers.NextDue is { } due && due <= until)
        {
            Elapsed = due > Elapsed ? due : Elapsed;
            timers.TryTake(Elapsed, out var work);
            work();
        }

        Elapsed = until;
    }

    /// <summary>Sets the wall clock, as an operator or a time server does; no time passes.</summary>
    public void SetClock(Timestamp now) => clockAtBegin = now - Elapsed;

    /// <summary>Ends the process: its timers and open files are gone, all that it wrote stays.</summary>
    public void KillProcess()
    {
        timers.Clear();
        Disk.CloseAll();
    }

    /// <summary>Cuts the power: the process ends, and of what was written but not flushed anything may be missing.</summary>
    public void CutPower()
    {
        KillProcess();
        Disk.LoseUnflushed();
    }
}
