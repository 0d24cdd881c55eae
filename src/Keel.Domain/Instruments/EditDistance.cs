namespace Keel.Domain.Instruments;

/// <summary>How many letters must be put in, left out or changed to make one word of another.</summary>
internal static class EditDistance
{
    /// <summary>The least number of such changes.</summary>
    public static int Between(string one, string other)
    {
        var above = new int[other.Length + 1];
        var row = new int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
        {
            above[column] = column;
        }

        for (var line = 1; line <= one.Length; line++)
        {
            row[0] = line;
            for (var column = 1; column <= other.Length; column++)
            {
                var changed = above[column - 1] + (one[line - 1] == other[column - 1] ? 0 : 1);
                row[column] = Math.Min(changed, Math.Min(above[column], row[column - 1]) + 1);
            }

            (above, row) = (row, above);
        }

        return above[other.Length];
    }
}
