namespace Keel.Trading.Messages;

/// <summary>The commands of the steps since it was last cleared; grows when it must, and never shrinks.</summary>
public sealed class CommandBuffer
{
    private Command[] items = new Command[16];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The commands in the order in which they were given.</summary>
    public ReadOnlySpan<Command> All => items.AsSpan(0, Count);

    /// <summary>A command, by place.</summary>
    public ref readonly Command this[int place] => ref items.AsSpan(0, Count)[place];

    /// <summary>Forgets all commands.</summary>
    public void Clear() => Count = 0;

    /// <summary>So many lots of a command need not be asked for any more; without any left it is as if it had not been given.</summary>
    internal void Take(int place, int lots)
    {
        items[place].Lots -= lots;
        if (items[place].Lots == 0)
        {
            Count--;
            Array.Copy(items, place + 1, items, place, Count - place);
        }
    }

    internal ref Command Add()
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, items.Length * 2);
        }

        ref var command = ref items[Count++];
        command = default;
        return ref command;
    }
}
