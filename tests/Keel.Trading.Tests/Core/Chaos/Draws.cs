namespace Keel.Trading.Tests.Core.Chaos;

/// <summary>Numbers that look random and are the same for the same seed.</summary>
internal sealed class Draws(ulong seed)
{
    private ulong state = seed;

    /// <summary>A number from 0 to just below a bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number between two, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>True so many times in a thousand.</summary>
    public bool Happens(int perMille) => Below(1000) < perMille;

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
