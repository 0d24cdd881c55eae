using Keel.Domain;

namespace Keel.Trading.World;

/// <summary>One file of a virtual disk: what was written, and how much of it a power cut would spare.</summary>
internal sealed class VirtualFile
{
    private const int SectorBytes = 512;

    private readonly List<(int From, int To)> doomed = [];
    private byte[] bytes = new byte[256];
    private int durable;

    /// <summary>The handle that may add to it; null when none is open.</summary>
    public object? Writer { get; set; }

    /// <summary>How many bytes it holds.</summary>
    public int Length { get; private set; }

    /// <summary>What it holds.</summary>
    public ReadOnlySpan<byte> Content => bytes.AsSpan(0, Length);

    /// <summary>Adds bytes that a power cut may take.</summary>
    public void Write(ReadOnlySpan<byte> added)
    {
        if (Length + added.Length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + added.Length));
        }

        added.CopyTo(bytes.AsSpan(Length));
        Length += added.Length;
    }

    /// <summary>Makes all of it durable, save what an earlier flush failed to save.</summary>
    public void Flush() => durable = Length;

    /// <summary>A flush fails: what is not durable by now never will be, though later flushes report success (as Linux does it).</summary>
    public void FailFlush()
    {
        if (Length > durable)
        {
            doomed.Add((durable, Length));
        }
    }

    /// <summary>Keeps the first bytes only.</summary>
    public void Truncate(int length)
    {
        Length = length;
        durable = Math.Min(durable, length);
        doomed.RemoveAll(range => range.From >= length);
    }

    /// <summary>The power is gone: the unflushed tail survives at any length, and any sector of it may never have reached the disk.</summary>
    public void LoseUnflushed(ref SplitMix64 draws)
    {
        foreach (var (from, to) in doomed)
        {
            bytes.AsSpan(from, Math.Min(to, Length) - from).Clear();
        }

        doomed.Clear();
        var unflushed = Length - durable;
        if (unflushed > 0)
        {
            Length = durable + Below(ref draws, unflushed + 1);
            if (Below(ref draws, 2) == 0)
            {
                LoseSectors(ref draws);
            }
        }

        durable = Length;
    }

    private static int Below(ref SplitMix64 draws, int bound) => (int)(draws.Next() % (ulong)bound);

    private void LoseSectors(ref SplitMix64 draws)
    {
        for (var from = durable; from < Length; )
        {
            var to = Math.Min((from / SectorBytes + 1) * SectorBytes, Length);
            if (Below(ref draws, 3) == 0)
            {
                bytes.AsSpan(from, to - from).Clear();
            }

            from = to;
        }
    }
}
