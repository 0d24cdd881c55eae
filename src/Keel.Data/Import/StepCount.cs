namespace Keel.Data.Import;

/// <summary>Counts how far apart the rows of a table are, and tells the length of its bars.</summary>
internal sealed class StepCount
{
    private const long Second = 1_000_000_000;
    private const int Day = 86_400;

    // More kinds of steps than this say nothing more.
    private const int MostKinds = 20_000;

    // A step of a day is an hour shorter or longer where the clocks change, and a little odd after a holiday.
    private const long DaySlack = 75 * 60 * Second;

    private static readonly int[] Usual = [14_400, 7_200, 3_600, 1_800, 900, 600, 300, 180, 120, 60, 30, 15, 10, 5, 1];

    private readonly Dictionary<long, long> counts = [];
    private long present = long.MinValue;
    private long presentCount;

    /// <summary>Takes a step between two rows into account, whichever way it goes; equal times are none.</summary>
    public void Add(long step)
    {
        step = Math.Abs(step);
        if (step == present)
        {
            presentCount++;
            return;
        }

        Store();
        (present, presentCount) = (step, 1);
    }

    /// <summary>
    /// The bars' length in seconds: the longest usual one of which nearly all steps are multiples, or the commonest step where it makes up
    /// half of them; 0 where neither tells.
    /// </summary>
    public int Seconds()
    {
        Store();
        present = long.MinValue;
        counts.Remove(0);
        var total = counts.Values.Sum();
        if (total == 0)
        {
            return 0;
        }

        var (common, times) = counts
            .OrderByDescending(step => step.Value)
            .ThenBy(step => step.Key)
            .Select(step => (step.Key, step.Value))
            .First();
        if (common >= (Day * Second) - DaySlack && Share(total, IsDays))
        {
            return Day;
        }

        foreach (var seconds in Usual.Append((int)Math.Min(Day, common / Second)).Where(seconds => seconds > 0).OrderDescending())
        {
            if (counts.ContainsKey(seconds * Second) && Share(total, step => step % (seconds * Second) == 0))
            {
                return seconds;
            }
        }

        return times * 2 >= total && common % Second == 0 && common <= Day * Second ? (int)(common / Second) : 0;
    }

    private static bool IsDays(long step)
    {
        var rest = step % (Day * Second);
        return step > DaySlack && (rest <= DaySlack || rest >= (Day * Second) - DaySlack);
    }

    private bool Share(long total, Func<long, bool> fits) =>
        counts.Where(step => fits(step.Key)).Sum(step => step.Value) * 100 >= total * 98;

    private void Store()
    {
        if (present >= 0 && (counts.Count < MostKinds || counts.ContainsKey(present)))
        {
            counts[present] = counts.GetValueOrDefault(present) + presentCount;
        }
    }
}
