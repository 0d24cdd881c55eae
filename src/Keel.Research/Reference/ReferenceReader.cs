using Keel.Data.TimeSeries;
using Keel.Domain.Markets;

namespace Keel.Research.Reference;

/// <summary>The reference data as a stream: made while it is read, so that its length costs no memory.</summary>
public sealed class ReferenceReader(ulong seed, int count) : BarReader
{
    private readonly Bar[] batch = new Bar[Math.Min(count, Series<Bar>.BlockSize)];
    private ReferenceWalk walk = new(seed);
    private int left = count;

    /// <inheritdoc />
    public override bool Read(out ReadOnlySpan<Bar> bars)
    {
        var room = batch.AsSpan(0, Math.Min(left, batch.Length));
        foreach (ref var bar in room)
        {
            bar = walk.Next();
        }

        left -= room.Length;
        bars = room;
        return !room.IsEmpty;
    }
}
