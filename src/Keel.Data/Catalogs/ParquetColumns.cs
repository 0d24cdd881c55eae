using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Keel.Data.DuckDb;
using Keel.Data.TimeSeries;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;

namespace Keel.Data.Catalogs;

/// <summary>
/// The columns of Keel's own Parquet files of bars: <c>timestamp</c> (UTC, microseconds, the opening time), <c>open, high, low, close</c>
/// as decimals in points, <c>volume</c> in lots. Decimals are stored as small integers, so they are exact, compact, and read as prices by any tool.
/// </summary>
internal sealed class ParquetColumns
{
    /// <summary>Names of the columns, in order.</summary>
    public static readonly string[] Names = ["timestamp", "open", "high", "low", "close", "volume"];

    private const int NarrowDigits = 9;
    private const long NanosecondsPerMicrosecond = 1_000;
    private readonly PriceGrid grid;
    private readonly int shift;
    private readonly uint inverse;
    private readonly uint bound;

    public ParquetColumns(PriceGrid grid)
    {
        this.grid = grid;
        // Units are exact multiples of the tick, and dividing exactly by an odd number is multiplying by its inverse modulo 2^32:
        // one multiplication for eight prices instead of eight divisions. A quotient out of bounds betrays a price off the grid.
        shift = (int)long.TrailingZeroCount(grid.UnitsPerTick);
        var odd = grid.UnitsPerTick >> shift;
        inverse = Inverse((uint)(odd & uint.MaxValue));
        bound = (uint)(int.MaxValue / grid.UnitsPerTick);
    }

    /// <summary>Whether prices as far from zero as those of the bars need the wide form, eighteen digits instead of nine.</summary>
    public bool NeedsWide(Series<Bar> bars)
    {
        var farthest = 0L;
        for (var block = 0; block < bars.BlockCount; block++)
        {
            foreach (ref readonly var bar in bars.Block(block))
            {
                farthest = Math.Max(farthest, Math.Max(Math.Abs(bar.Low.InTicks), Math.Abs(bar.High.InTicks)));
            }
        }

        return farthest >= 1_000_000_000 / grid.UnitsPerTick;
    }

    /// <summary>The types of the columns.</summary>
    public ColumnType[] Types(bool wide)
    {
        var price = new ColumnType(ColumnKind.Decimal, wide ? (byte)18 : (byte)NarrowDigits, (byte)grid.Decimals);
        return [new(ColumnKind.TimestampWithZone), price, price, price, price, new(ColumnKind.Int64)];
    }

    /// <summary>A query for all rows of files in their order; <paramref name="wide"/> where some of them are.</summary>
    public string Select(IReadOnlyList<string> files, bool wide)
    {
        var types = Types(wide);
        var columns = Names.Select((name, i) => types[i].Kind == ColumnKind.Decimal ? $"{name}::{types[i]} AS {name}" : name);
        var list = string.Join(", ", files.Select(Database.FileLiteral));
        // The engine takes the first file's types for all, unless it is told to look at each.
        var eachByItself = wide && files.Count > 1 ? ", union_by_name = true" : "";
        return $"SELECT {string.Join(", ", columns)} FROM read_parquet([{list}]{eachByItself})";
    }

    /// <summary>Writes bars into the columns of an appender's chunk.</summary>
    public void Write(ReadOnlySpan<Bar> bars, Appender chunk, bool wide)
    {
        var times = chunk.Column<long>(0);
        var volumes = chunk.Column<long>(5);
        for (var i = 0; i < bars.Length; i++)
        {
            times[i] = bars[i].OpenTime.UnixNanoseconds / NanosecondsPerMicrosecond;
            volumes[i] = bars[i].Volume.Lots;
        }

        if (wide)
        {
            WritePrices(bars, chunk.Column<long>(1), chunk.Column<long>(2), chunk.Column<long>(3), chunk.Column<long>(4));
        }
        else
        {
            WritePrices(bars, chunk.Column<int>(1), chunk.Column<int>(2), chunk.Column<int>(3), chunk.Column<int>(4));
        }
    }

    /// <summary>Reads the rows of the present chunk from a place on into bars; as many as fit.</summary>
    public void Read(Query query, int from, Span<Bar> bars, bool wide)
    {
        var times = query.Values<long>(0).Slice(from, bars.Length);
        var volumes = query.Values<long>(5).Slice(from, bars.Length);
        Span<int> prices = stackalloc int[4 * Tile];
        for (var at = 0; at < bars.Length; at += Tile)
        {
            var count = Math.Min(Tile, bars.Length - at);
            for (var column = 0; column < 4; column++)
            {
                var ticks = prices.Slice(column * Tile, count);
                if (wide)
                {
                    ToTicks(query.Values<long>(column + 1).Slice(from + at, count), ticks);
                }
                else
                {
                    ToTicks(query.Values<int>(column + 1).Slice(from + at, count), ticks);
                }
            }

            Weave(times.Slice(at, count), prices, volumes.Slice(at, count), bars.Slice(at, count));
        }
    }

    /// <summary>Rows converted at a time: four columns of prices stay in the first-level cache.</summary>
    private const int Tile = 512;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Weave(ReadOnlySpan<long> times, ReadOnlySpan<int> prices, ReadOnlySpan<long> volumes, Span<Bar> bars)
    {
        ref var price = ref MemoryMarshal.GetReference(prices);
        for (var i = 0; i < bars.Length; i++)
        {
            bars[i] = new Bar(
                unchecked(times[i] * NanosecondsPerMicrosecond),
                Unsafe.Add(ref price, i),
                Unsafe.Add(ref price, i + Tile),
                Unsafe.Add(ref price, i + (2 * Tile)),
                Unsafe.Add(ref price, i + (3 * Tile)),
                volumes[i]
            );
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ToTicks(ReadOnlySpan<int> units, Span<int> ticks)
    {
        var outside = Vector256<uint>.Zero;
        var low = Vector256.Create(bound);
        var width = Vector256.Create(2 * bound);
        var factor = Vector256.Create(inverse);
        var remainder = (1u << shift) - 1;
        var remainders = Vector256.Create(remainder);
        var i = 0;
        for (; i <= units.Length - Vector256<int>.Count; i += Vector256<int>.Count)
        {
            var unit = Vector256.Create(units[i..]);
            var quotient = Vector256.ShiftRightArithmetic(unit, shift).AsUInt32() * factor;
            outside |= Vector256.GreaterThan(quotient + low, width) | (unit.AsUInt32() & remainders);
            quotient.AsInt32().CopyTo(ticks[i..]);
        }

        var astray = outside != Vector256<uint>.Zero;
        for (; i < units.Length; i++)
        {
            ticks[i] = unchecked((int)((uint)(units[i] >> shift) * inverse));
            astray |= unchecked((uint)ticks[i] + bound) > 2 * bound || unchecked((uint)units[i] & remainder) != 0;
        }

        if (astray)
        {
            throw OffGrid();
        }
    }

    private void ToTicks(ReadOnlySpan<long> units, Span<int> ticks)
    {
        for (var i = 0; i < units.Length; i++)
        {
            var (quotient, rest) = Math.DivRem(units[i], grid.UnitsPerTick);
            if (rest != 0 || quotient != (int)quotient)
            {
                throw OffGrid();
            }

            ticks[i] = (int)quotient;
        }
    }

    private void WritePrices<T>(ReadOnlySpan<Bar> bars, Span<T> open, Span<T> high, Span<T> low, Span<T> close)
        where T : struct, System.Numerics.IBinaryInteger<T>
    {
        var tick = grid.UnitsPerTick;
        for (var i = 0; i < bars.Length; i++)
        {
            open[i] = T.CreateChecked(bars[i].Open.InTicks * tick);
            high[i] = T.CreateChecked(bars[i].High.InTicks * tick);
            low[i] = T.CreateChecked(bars[i].Low.InTicks * tick);
            close[i] = T.CreateChecked(bars[i].Close.InTicks * tick);
        }
    }

    private DataException OffGrid() =>
        new(
            "a stored price is off the grid",
            $"the file holds a price that is no multiple of {grid.Tick}",
            "the file was changed outside Keel: remove the dataset with 'data remove' and import it again"
        );

    private static uint Inverse(uint odd)
    {
        // Newton's iteration doubles the number of right bits: 3, 6, 12, 24, 48.
        var x = odd;
        for (var i = 0; i < 5; i++)
        {
            x = unchecked(x * (2 - (odd * x)));
        }

        return x;
    }
}
