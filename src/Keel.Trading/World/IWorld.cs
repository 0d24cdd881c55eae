using Keel.Domain;

namespace Keel.Trading.World;

/// <summary>
/// All that a trading host may touch outside itself. The trading core touches nothing of it: it is given inputs. One thread only: nothing
/// here may be called from another, and timers run on the thread that drives the world.
/// </summary>
public interface IWorld
{
    /// <summary>The wall clock. It may be set forwards or backwards at any moment, so lengths of time are never taken from it.</summary>
    Timestamp Now { get; }

    /// <summary>The time since the world began. It never goes back and knows nothing of a clock that was set.</summary>
    Span Elapsed { get; }

    /// <summary>The disk.</summary>
    IFiles Files { get; }

    /// <summary>64 random bits, for identities and for the spread of repeated attempts; never for a decision about a trade.</summary>
    ulong Draw();

    /// <summary>Has work done once, so long after now by <see cref="Elapsed"/>; what is due at the same moment runs in the order it was asked for.</summary>
    TimerId After(Span delay, Action work);

    /// <summary>Takes work back; false when it was done or taken back already.</summary>
    bool Cancel(TimerId timer);
}
