using System.Diagnostics;
using System.Security.Cryptography;
using Keel.Domain;
using Keel.Trading.World;

namespace Keel.Cli.Worlds;

/// <summary>The real world: this machine's clock, disk and randomness. Its timers run where <see cref="RunDue"/> is called: on the session's one thread.</summary>
internal sealed class SystemWorld : IWorld
{
    private const long NanosecondsPerTick = 100;

    private readonly TimerQueue timers = new();
    private readonly long begin = Stopwatch.GetTimestamp();

    /// <inheritdoc />
    public Timestamp Now => new((DateTime.UtcNow - DateTime.UnixEpoch).Ticks * NanosecondsPerTick);

    /// <inheritdoc />
    public Span Elapsed => new(Stopwatch.GetElapsedTime(begin).Ticks * NanosecondsPerTick);

    /// <inheritdoc />
    public IFiles Files { get; } = new SystemFiles();

    /// <summary>How long the session's thread may sleep before work falls due; null when none waits.</summary>
    public Span? UntilNextDue => timers.NextDue - Elapsed;

    /// <inheritdoc />
    public ulong Draw()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        RandomNumberGenerator.Fill(bytes);
        return BitConverter.ToUInt64(bytes);
    }

    /// <inheritdoc />
    public TimerId After(Span delay, Action work) => timers.Add(Elapsed + delay, work);

    /// <inheritdoc />
    public bool Cancel(TimerId timer) => timers.Remove(timer);

    /// <summary>Does what is due by now; what falls due meanwhile waits for the next call, so that timers cannot starve the inputs.</summary>
    public void RunDue()
    {
        var now = Elapsed;
        while (timers.TryTake(now, out var work))
        {
            work();
        }
    }
}
