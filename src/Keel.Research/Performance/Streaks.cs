namespace Keel.Research.Performance;

/// <summary>The longest runs of wins and of losses; a result of zero ends both.</summary>
public struct Streaks
{
    private int wins;
    private int losses;

    /// <summary>The longest run above zero.</summary>
    public int LongestWinning { get; private set; }

    /// <summary>The longest run below zero.</summary>
    public int LongestLosing { get; private set; }

    /// <summary>Takes the sign of the next result.</summary>
    public void Add(int sign)
    {
        wins = sign > 0 ? wins + 1 : 0;
        losses = sign < 0 ? losses + 1 : 0;
        LongestWinning = Math.Max(LongestWinning, wins);
        LongestLosing = Math.Max(LongestLosing, losses);
    }

    /// <summary>The streaks of a series.</summary>
    public static Streaks Of(ReadOnlySpan<double> results)
    {
        var streaks = new Streaks();
        foreach (var result in results)
        {
            streaks.Add(Math.Sign(result));
        }

        return streaks;
    }
}
