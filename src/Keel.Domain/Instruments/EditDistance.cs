namespace Keel.Domain.Instruments;

/// <summary>How many slips of the keyboard lie between two words: a letter too many, too few, another one, or two neighbours swapped.</summary>
public static class EditDistance
{
    /// <summary>The least number of slips.</summary>
    public static int Between(string one, string other)
    {
        var slips = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                slips[i, j] = i == 0 || j == 0 ? i + j : Least(slips, one, other, i, j);
            }
        }

        return slips[one.Length, other.Length];
    }

    private static int Least(int[,] slips, string one, string other, int i, int j)
    {
        var changed = slips[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
        var least = Math.Min(changed, Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
        return swapped ? Math.Min(least, slips[i - 2, j - 2] + 1) : least;
    }
}
