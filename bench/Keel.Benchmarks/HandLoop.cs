using Keel.Data.DuckDb;
using Keel.Domain.Instruments;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Benchmarks;

/// <summary>The floor: regular hours and one-minute bars by a plain loop over the columns as they come, with a table of opens and closes.</summary>
internal sealed class HandLoop
{
    private readonly string sql;
    private readonly int unitsPerTick;
    private readonly long[] opens;
    private readonly long[] closes;

    public HandLoop(IReadOnlyList<string> files, PriceGrid grid)
    {
        sql =
            $"SELECT timestamp, open, high, low, close, volume FROM read_parquet([{string.Join(", ", files.Select(Database.Literal))}])";
        unitsPerTick = (int)grid.UnitsPerTick;
        var sessions = TradingCalendar
            .EquityIndex.Sessions(new LocalDate(2019, 1, 1), new LocalDate(2041, 1, 1))
            .Where(session => session.RegularHours is not null)
            .ToList();
        // Keel leaves nothing out on days that the calendar does not know; so does the loop.
        var known = TradingCalendar.EquityIndex.LastKnownDay;
        opens = sessions
            .Select(session => (session.Day > known ? session.Hours!.Start : session.RegularHours!.Start).UnixNanoseconds / 1000)
            .ToArray();
        closes = sessions
            .Select(session => (session.Day > known ? session.Hours!.End : session.RegularHours!.End).UnixNanoseconds / 1000)
            .ToArray();
    }

    public long Minutes { get; private set; }

    public long Volume { get; private set; }

    public void Run()
    {
        const long minute = 60_000_000;
        var (session, end, count, total) = (0, long.MinValue, 0L, 0L);
        var (open, high, low, close, volume) = (0, int.MinValue, int.MaxValue, 0, 0L);
        using var database = new Database(Math.Max(2, Environment.ProcessorCount), 512);
        using var query = database.Stream(sql);
        while (query.NextChunk())
        {
            var times = query.Values<long>(0);
            var opensAt = query.Values<int>(1);
            var highs = query.Values<int>(2);
            var lows = query.Values<int>(3);
            var closesAt = query.Values<int>(4);
            var volumes = query.Values<long>(5);
            for (var i = 0; i < times.Length; i++)
            {
                var time = times[i];
                while (session < closes.Length && time >= closes[session])
                {
                    session++;
                }

                if (session == closes.Length || time < opens[session])
                {
                    continue;
                }

                if (time >= end)
                {
                    count += end == long.MinValue ? 0 : 1;
                    total += volume;
                    end = time - (time % minute) + minute;
                    (open, high, low, volume) = (opensAt[i] / unitsPerTick, int.MinValue, int.MaxValue, 0);
                }

                high = Math.Max(high, highs[i] / unitsPerTick);
                low = Math.Min(low, lows[i] / unitsPerTick);
                close = closesAt[i] / unitsPerTick;
                volume += volumes[i];
            }
        }

        GC.KeepAlive((open, high, low, close));
        (Minutes, Volume) = (count + 1, total + volume);
    }
}
