using Keel.Data.Catalogs;
using Keel.Data.TimeSeries;

namespace Keel.Data.Import;

/// <summary>Takes judged months into a catalog's staging folder, beside the parsing: while one month is written, the next is read.</summary>
internal sealed class DatasetUpdate : IDisposable
{
    private readonly CatalogWriter writer;
    private readonly TableReading reading;
    private readonly bool replace;
    private readonly Dataset? before;
    private readonly SortedDictionary<(int Year, int Month), Partition> partitions = [];
    private Task<Partition>? writing;

    public DatasetUpdate(CatalogWriter writer, TableReading reading, bool replace)
    {
        this.writer = writer;
        this.reading = reading;
        this.replace = replace;
        before = writer.Current(reading.Instrument, reading.Schema);
        if (before is not null && (before.Tick != reading.Grid.Tick || before.Lot != reading.Rules.Lot))
        {
            throw new DataException(
                $"cannot add to {reading.Instrument}/{reading.Schema}",
                $"the catalog has it with tick {before.Tick} and lot {before.Lot}, this table has tick {reading.Grid.Tick} and lot {reading.Rules.Lot}",
                "give the tick with --tick, or import into another --catalog"
            );
        }

        foreach (var partition in before?.Partitions ?? [])
        {
            partitions[(partition.Year, partition.Month)] = partition;
        }
    }

    /// <summary>Bars that the catalog did not have.</summary>
    public long New { get; private set; }

    /// <summary>Rows that the catalog has already.</summary>
    public List<long> AlreadyThere { get; } = [];

    /// <summary>Rows that contradict the catalog.</summary>
    public List<long> Conflicts { get; } = [];

    /// <summary>Takes a month.</summary>
    public void Take(int year, int month, BarSeries bars, Series<long> rows)
    {
        Wait();
        if (partitions.TryGetValue((year, month), out var stored))
        {
            var merged = MonthMerger.Merge(writer.Load(stored, reading.Grid), bars, rows, replace);
            New += merged.New;
            AlreadyThere.AddRange(merged.AlreadyThere);
            Conflicts.AddRange(replace ? [] : merged.Conflicts);
            if (merged.New == 0)
            {
                return;
            }

            bars = merged.Bars;
        }
        else
        {
            New += bars.Count;
        }

        writing = Task.Run(() => writer.Stage(reading.Instrument, reading.Schema, year, month, bars, reading.Grid));
    }

    /// <summary>Makes everything taken count; the dataset as it is then.</summary>
    public Dataset Commit()
    {
        Wait();
        var after = new Dataset
        {
            Instrument = reading.Instrument,
            Schema = reading.Schema,
            Tick = reading.Grid.Tick,
            Lot = reading.Rules.Lot,
            Partitions = partitions.Values.ToList(),
        };
        if (New > 0)
        {
            writer.Commit(after);
        }

        return after;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // The writer's engine may only be closed when nothing runs in it; a failure has been told already, or will be by the exception under way.
        writing?.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
    }

    private void Wait()
    {
        if (writing is not null)
        {
            var partition = writing.GetAwaiter().GetResult();
            writing = null;
            partitions[(partition.Year, partition.Month)] = partition;
        }
    }
}
