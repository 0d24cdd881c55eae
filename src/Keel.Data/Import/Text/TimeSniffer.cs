using System.Text;

namespace Keel.Data.Import.Text;

/// <summary>Finds out from some time stamps how all of a table are written, and whether they are instants.</summary>
internal static class TimeSniffer
{
    /// <summary>The layout that most of the times fit; null where none fits any.</summary>
    public static TimeLayout? LayoutOf(IReadOnlyList<string> times)
    {
        TimeLayout? best = null;
        var most = 0;
        foreach (var layout in Enum.GetValues<TimeLayout>())
        {
            var readable = times.Count(time => Fits(time, layout));
            if (readable > most)
            {
                (best, most) = (layout, readable);
            }
        }

        return best;
    }

    /// <summary>What most of the times say of their own clock.</summary>
    public static SourceClock ClockOf(IReadOnlyList<string> times, TimeLayout layout)
    {
        if (layout == TimeLayout.Epoch)
        {
            return SourceClock.Utc;
        }

        var kinds = times.Select(time => TimeText.Read(Encoding.UTF8.GetBytes(time), layout, out _)).ToList();
        var utc = kinds.Count(kind => kind == TimeText.Kind.Utc);
        var local = kinds.Count(kind => kind == TimeText.Kind.Local);
        var dates = kinds.Count(kind => kind == TimeText.Kind.DateOnly);
        return utc >= local && utc >= dates ? SourceClock.Utc
            : local > 0 ? SourceClock.Unknown
            : SourceClock.DateOnly;
    }

    private static bool Fits(string time, TimeLayout layout)
    {
        var bytes = Encoding.UTF8.GetBytes(time);
        var epoch = TimeText.LooksLikeEpoch(bytes);
        return layout == TimeLayout.Epoch ? epoch : !epoch && TimeText.Read(bytes, layout, out _) != TimeText.Kind.Unreadable;
    }
}
