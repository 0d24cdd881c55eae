using System.Collections;
using System.Runtime.InteropServices;

namespace Keel.Data.TimeSeries;

/// <summary>A growing sequence of small values in blocks of 64 Ki: appended at the end, read in order or by index, never copied to grow.</summary>
public class Series<T> : IReadOnlyList<T>
    where T : unmanaged
{
    /// <summary>Values in a full block; a power of two, so that an index splits into block and place by shift and mask.</summary>
    public const int BlockSize = 1 << BlockBits;

    private const int BlockBits = 16;
    private readonly List<T[]> blocks = [];
    private int inLast = BlockSize;

    /// <summary>How many values there are.</summary>
    public int Count => blocks.Count == 0 ? 0 : ((blocks.Count - 1) << BlockBits) + inLast;

    /// <summary>How many blocks there are.</summary>
    public int BlockCount => blocks.Count;

    /// <summary>The value at a place, counted from 0.</summary>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unchecked((uint)index), (uint)Count, nameof(index));
            return blocks[index >> BlockBits][index & (BlockSize - 1)];
        }
    }

    /// <summary>The values of a block: all are full but the last.</summary>
    public ReadOnlySpan<T> Block(int block) => blocks[block].AsSpan(0, block == blocks.Count - 1 ? inLast : BlockSize);

    /// <summary>Appends one value.</summary>
    public void Add(T value)
    {
        Reserve()[0] = value;
        Commit(1);
    }

    /// <summary>Appends values.</summary>
    public void AddRange(ReadOnlySpan<T> values)
    {
        while (!values.IsEmpty)
        {
            var room = Reserve();
            var count = Math.Min(room.Length, values.Length);
            values[..count].CopyTo(room);
            Commit(count);
            values = values[count..];
        }
    }

    /// <summary>Room at the end that may be written in place; at least one value.</summary>
    internal Span<T> Reserve()
    {
        if (inLast == BlockSize)
        {
            blocks.Add(GC.AllocateUninitializedArray<T>(BlockSize));
            inLast = 0;
        }

        return blocks[^1].AsSpan(inLast);
    }

    /// <summary>Makes the first values of the reserved room part of the series.</summary>
    internal void Commit(int count) => inLast += count;

    /// <summary>Sorts the values in place; equal ones keep their order.</summary>
    internal void SortStable(Comparison<T> order)
    {
        var all = new T[Count];
        CopyTo(all);
        var places = new int[all.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        places.AsSpan().Sort((a, b) => order(all[a], all[b]) is var sign && sign != 0 ? sign : a.CompareTo(b));
        for (var i = 0; i < places.Length; i++)
        {
            blocks[i >> BlockBits][i & (BlockSize - 1)] = all[places[i]];
        }
    }

    /// <summary>All values in one array.</summary>
    public T[] ToArray()
    {
        var all = new T[Count];
        CopyTo(all);
        return all;
    }

    /// <summary>Copies all values to the start of a span.</summary>
    public void CopyTo(Span<T> target)
    {
        for (var block = 0; block < blocks.Count; block++)
        {
            Block(block).CopyTo(target[(block << BlockBits)..]);
        }
    }

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The bytes of a block, for hashing.</summary>
    internal ReadOnlySpan<byte> BytesOf(int block) => MemoryMarshal.AsBytes(Block(block));
}
