namespace Keel.Research.Reference;

/// <summary>The checksum of the reference jobs: FNV-1a over 64 bits, every integer fed as eight bytes, the least first.</summary>
public struct Fnv1a
{
    private const ulong Offset = 0xCBF29CE484222325;
    private const ulong Prime = 0x100000001B3;

    // The hash is kept relative to its start, so that a default value is the checksum of nothing.
    private ulong distance;

    /// <summary>The checksum of all that was added.</summary>
    public readonly ulong Value => distance ^ Offset;

    /// <summary>Adds one integer.</summary>
    public void Add(long number)
    {
        unchecked
        {
            var hash = Value;
            var bytes = (ulong)number;
            for (var i = 0; i < sizeof(ulong); i++)
            {
                hash = (hash ^ (bytes & 0xFF)) * Prime;
                bytes >>= 8;
            }

            distance = hash ^ Offset;
        }
    }

    /// <summary>Sixteen hexadecimal digits.</summary>
    public override readonly string ToString() => Value.ToString("x16");
}
