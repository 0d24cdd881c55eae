using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Keel.Domain.Markets;

namespace Keel.Data.TimeSeries;

/// <summary>Reads a source on a thread of its own, a few blocks ahead, so that whoever takes the bars does not wait for their decoding.</summary>
public sealed class ReadAhead : BarReader
{
    private const int Blocks = 4;
    private const int BlockSize = 1 << 15;
    private readonly BarReader source;
    private readonly BlockingCollection<(Bar[] Bars, int Count)> full = new(Blocks);
    private readonly BlockingCollection<Bar[]> free = new();
    private readonly CancellationTokenSource stop = new();
    private readonly Thread thread;
    private Bar[]? held;
    private ExceptionDispatchInfo? fault;

    /// <summary>Begins to read; the source belongs to this reader from now on.</summary>
    public ReadAhead(BarReader source)
    {
        this.source = source;
        for (var i = 0; i < Blocks; i++)
        {
            free.Add(GC.AllocateUninitializedArray<Bar>(BlockSize));
        }

        thread = new Thread(Fill) { IsBackground = true, Name = "reading bars" };
        thread.Start();
    }

    /// <inheritdoc />
    public override bool Read(out ReadOnlySpan<Bar> bars)
    {
        if (held is not null)
        {
            free.Add(held);
            held = null;
        }

        if (full.TryTake(out var block, Timeout.Infinite))
        {
            held = block.Bars;
            bars = block.Bars.AsSpan(0, block.Count);
            return true;
        }

        fault?.Throw();
        bars = default;
        return false;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        stop.Cancel();
        thread.Join();
        source.Dispose();
        full.Dispose();
        free.Dispose();
        stop.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        try
        {
            var (block, count) = (free.Take(stop.Token), 0);
            while (source.Read(out var bars))
            {
                while (!bars.IsEmpty)
                {
                    var room = Math.Min(bars.Length, BlockSize - count);
                    bars[..room].CopyTo(block.AsSpan(count));
                    bars = bars[room..];
                    count += room;
                    if (count == BlockSize)
                    {
                        full.Add((block, count), stop.Token);
                        (block, count) = (free.Take(stop.Token), 0);
                    }
                }
            }

            if (count > 0)
            {
                full.Add((block, count), stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody wants the rest.
        }
        catch (Exception trouble)
        {
            // It belongs to whoever asks for the next block.
            fault = ExceptionDispatchInfo.Capture(trouble);
        }
        finally
        {
            full.CompleteAdding();
        }
    }
}
