using Keel.Trading.Messages;

namespace Keel.Trading.Exchange;

/// <summary>Commands that have left the core and not yet reached the exchange, first in, first out; grows when it must and is used again.</summary>
internal sealed class CommandsOnTheWay
{
    private (Command Command, long Arrives)[] ring = new (Command, long)[16];
    private int first;
    private int count;

    /// <summary>When the first arrives; the largest number when there is none.</summary>
    public long Next => count == 0 ? long.MaxValue : ring[first].Arrives;

    /// <summary>Sends all commands of a buffer on their way.</summary>
    public void Add(CommandBuffer commands, long arrives)
    {
        for (var i = 0; i < commands.Count; i++)
        {
            if (count == ring.Length)
            {
                Grow();
            }

            ring[(first + count) % ring.Length] = (commands[i], arrives);
            count++;
        }

        commands.Clear();
    }

    /// <summary>The first arrives.</summary>
    public Command Dequeue()
    {
        var command = ring[first].Command;
        first = (first + 1) % ring.Length;
        count--;
        return command;
    }

    private void Grow()
    {
        var larger = new (Command, long)[ring.Length * 2];
        for (var i = 0; i < count; i++)
        {
            larger[i] = ring[(first + i) % ring.Length];
        }

        (ring, first) = (larger, 0);
    }
}
