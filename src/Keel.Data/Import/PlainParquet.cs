using System.Runtime.CompilerServices;
using Keel.Data.DuckDb;
using Keel.Data.TimeSeries;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;

namespace Keel.Data.Import;

/// <summary>
/// Reads a Parquet file of bars as it stands, without an import, where nothing about it is in doubt: UTC times that only grow, prices on the
/// grid, bars that hold, volumes that are whole. The first row that is in doubt ends the reading; such a file wants an import, which judges every row.
/// </summary>
public sealed class PlainParquet : BarReader
{
    private const long Second = Timestamp.NanosecondsPerSecond;
    private readonly Database database = new(Math.Max(2, Environment.ProcessorCount), 512);
    private readonly Query query;
    private readonly double perTick;
    private readonly long unit;
    private readonly Bar[] batch = GC.AllocateUninitializedArray<Bar>(2048);
    private long last = long.MinValue;
    private int waiting;
    private long read;

    private PlainParquet(string path, string sql, decimal tick, long rows)
    {
        (Path, Rows) = (path, rows);
        perTick = (double)(1 / tick);
        query = database.Stream(sql);
        if (query.NextChunk())
        {
            unit = UnitOf(query.Values<long>(0)[0]);
            waiting = Fill();
            Step = SmallestStep(batch.AsSpan(0, waiting));
        }
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>How many rows it says it has.</summary>
    public long Rows { get; }

    /// <summary>The row that is in doubt, counted from 1; null while none is.</summary>
    public long? DoubtfulRow { get; private set; }

    /// <summary>The smallest step from bar to bar at its beginning: the length of a bar; zero where there is none.</summary>
    public Span Step { get; }

    /// <summary>Opens a file; null when it is no Parquet file of bars whose times are in UTC beyond doubt.</summary>
    public static PlainParquet? TryOpen(string path, Instrument instrument)
    {
        if (!File.Exists(path) || !ParquetSource.Recognises(path))
        {
            return null;
        }

        var source = ParquetSource.Open(path, dates: null);
        if (
            source.Clock != SourceClock.Utc
            || source.Symbols.Count > 1
            || !source.HasVolume
            || source.TimeLayout != Text.TimeLayout.YearMonthDay
        )
        {
            return null;
        }

        var file = new PlainParquet(path, source.SqlOfNumbers(), instrument.Grid.Tick, source.Rows);
        if (file.DoubtfulRow is null && file.Step > Span.Zero && file.LooksLike(instrument))
        {
            return file;
        }

        file.Dispose();
        return null;
    }

    /// <inheritdoc />
    public override bool Read(out ReadOnlySpan<Bar> bars)
    {
        var count = waiting;
        waiting = 0;
        if (count == 0 && DoubtfulRow is null && query.NextChunk())
        {
            count = Fill();
        }

        bars = batch.AsSpan(0, count);
        return count > 0;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        query.Dispose();
        database.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Whether most prices at the beginning are such as the instrument may have; otherwise an import says what is wrong.</summary>
    private bool LooksLike(Instrument instrument)
    {
        if (PlausiblePrices.Of(instrument) is not { } plausible)
        {
            return true;
        }

        var believable = 0;
        foreach (ref readonly var bar in batch.AsSpan(0, waiting))
        {
            var points = instrument.Grid.ToPoints(bar.Close);
            believable += points >= plausible.Low && points <= plausible.High ? 1 : 0;
        }

        return believable * 2 >= waiting;
    }

    private static Span SmallestStep(ReadOnlySpan<Bar> bars)
    {
        var step = long.MaxValue;
        for (var i = 1; i < bars.Length; i++)
        {
            step = Math.Min(step, (bars[i].OpenTime - bars[i - 1].OpenTime).Nanoseconds);
        }

        return step == long.MaxValue ? Span.Zero : new Span(step);
    }

    /// <summary>How many nanoseconds one count is, by the size of a time of this century.</summary>
    private static long UnitOf(long time) =>
        Math.Abs(time) switch
        {
            < 100_000_000_000 => Second,
            < 100_000_000_000_000 => 1_000_000,
            < 100_000_000_000_000_000 => 1_000,
            _ => 1,
        };

    /// <summary>Turns a chunk into bars, up to the first row in doubt.</summary>
    private int Fill()
    {
        var rows = query.RowCount;
        var times = query.Values<long>(0);
        var opens = query.Values<double>(1);
        var highs = query.Values<double>(2);
        var lows = query.Values<double>(3);
        var closes = query.Values<double>(4);
        var volumes = query.Values<double>(5);
        if (!AllValid())
        {
            return Doubt(0);
        }

        for (var i = 0; i < rows; i++)
        {
            var time = times[i] * unit;
            var sound =
                OnGrid(opens[i], out var open)
                & OnGrid(highs[i], out var high)
                & OnGrid(lows[i], out var low)
                & OnGrid(closes[i], out var close);
            var volume = volumes[i];
            if (
                !sound
                || !Bar.Holds(open, high, low, close)
                || time <= last
                || time % Second != 0
                || !(volume is >= 0 and <= Bar.MaxVolume)
                || volume != Math.Floor(volume)
            )
            {
                return Doubt(i);
            }

            batch[i] = new Bar(time, open, high, low, close, (long)volume);
            last = time;
        }

        read += rows;
        return rows;
    }

    private int Doubt(int at)
    {
        DoubtfulRow = read + at + 1;
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool OnGrid(double points, out int ticks)
    {
        var exact = points * perTick;
        var whole = Math.Round(exact);
        ticks = Math.Abs(whole) < int.MaxValue ? (int)whole : 0;
        return Math.Abs(exact - whole) < 1e-6 && Math.Abs(whole) < int.MaxValue;
    }

    private bool AllValid()
    {
        for (var column = 0; column < 6; column++)
        {
            // Empty when every row has a value.
            var words = query.Validity(column);
            var full = query.RowCount / 64;
            for (var word = 0; word < words.Length; word++)
            {
                var wanted = word < full ? ulong.MaxValue : (1UL << (query.RowCount % 64)) - 1;
                if ((words[word] & wanted) != wanted)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
