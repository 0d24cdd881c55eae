using System.Security.Cryptography;
using System.Text;
using Keel.Data.Catalogs;
using Keel.Data.Import.Text;
using Keel.Data.Quality;
using Keel.Data.TimeSeries;
using Keel.Domain;

namespace Keel.Data.Import;

/// <summary>Takes tables of bars into a catalog, or only says what would come of it.</summary>
public sealed class Importer(ImportOptions options, IProgress<ImportProgress>? progress = null)
{
    private const int WrongGridShare = 20;
    private const int EnoughRows = 100;
    private readonly List<(string Source, DataException Trouble)> skipped = [];

    /// <summary>Of a folder or archive, the members that could not be taken, with the reason; the others were.</summary>
    public IReadOnlyList<(string Source, DataException Trouble)> Skipped => skipped;

    /// <summary>Imports every table of a file, archive or folder, each by itself; what is imported is in the catalog when the table's turn is over.</summary>
    public IReadOnlyList<ImportReport> Import(string path, string catalogFolder, CancellationToken stop = default) =>
        Each(path, catalogFolder, source => Import(source, catalogFolder, stop));

    /// <summary>Does all that an import does, but writes nothing.</summary>
    public IReadOnlyList<ImportReport> Check(string path, Action<BarSeries>? onMonth = null, CancellationToken stop = default) =>
        Each(path, null, source => Check(source, onMonth, stop));

    private static bool LooksLikeData(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".txt" or ".gz" or ".zip" or ".parquet" or ".tsv";

    /// <summary>Takes every table in its turn. One file must be a table; of several, those that are none are skipped, unless all are.</summary>
    private List<ImportReport> Each(string path, string? catalogFolder, Func<IRowSource, ImportReport> take)
    {
        skipped.Clear();
        var tables = Directory.Exists(path) ? FilesIn(path, catalogFolder).SelectMany(Open).ToList() : Open(path);
        var reports = new List<ImportReport>();
        foreach (var table in tables)
        {
            try
            {
                reports.Add(take(table.Open()));
            }
            catch (DataException trouble) when (tables.Count > 1 && !trouble.IsMisuse)
            {
                skipped.Add((table.Name, trouble));
            }
        }

        return reports.Count > 0 ? reports : throw skipped[0].Trouble;
    }

    private static List<string> FilesIn(string path, string? catalogFolder)
    {
        var files = new List<string>();
        var own = catalogFolder is null ? null : Path.GetFullPath(catalogFolder);
        Collect(new DirectoryInfo(path));
        files.Sort(StringComparer.Ordinal);
        return files.Count > 0
            ? files
            : throw new DataException(
                $"nothing to import in {path}",
                "the folder holds no .csv, .txt, .gz, .zip or .parquet",
                "name a file or another folder"
            );

        // What lies in a catalog has been imported, and hidden folders are nobody's data.
        void Collect(DirectoryInfo folder)
        {
            if (folder.FullName == own || Catalog.IsAt(folder.FullName))
            {
                return;
            }

            files.AddRange(
                folder
                    .EnumerateFiles()
                    .Select(file => Path.Combine(path, Path.GetRelativePath(path, file.FullName)))
                    .Where(LooksLikeData)
            );
            foreach (var inner in folder.EnumerateDirectories().Where(inner => !inner.Name.StartsWith('.')))
            {
                Collect(inner);
            }
        }
    }

    private List<(string Name, Func<IRowSource> Open)> Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new DataException($"cannot read {path}", "there is no such file or folder", "check the path");
        }

        var tables = SourceFile.At(path);
        return tables.Count == 1 && tables[0].Name == path && ParquetSource.Recognises(path)
            ? [(path, () => ParquetSource.Open(path, options.Dates))]
            : tables.Select(table => (table.Name, (Func<IRowSource>)(() => TextSource.Open(table, options.Dates)))).ToList();
    }

    private ImportReport Import(IRowSource source, string catalogFolder, CancellationToken stop)
    {
        var reading = new TableQuestions(source, options, Catalog.Open(catalogFolder)).Answer(
            share => Tell("looking over", share, source),
            stop
        );
        using var writer = Catalog.Open(catalogFolder).BeginWrite(StagingKey(source, reading));
        using var update = new DatasetUpdate(writer, reading, options.Replace);
        var tally = new Tally(reading);
        var judge = Judge(
            source,
            reading,
            (year, month, bars, rows) =>
            {
                tally.Look(bars);
                update.Take(year, month, bars, rows);
            },
            stop
        );
        Refuse(source, reading, judge, tally);
        if (update.Conflicts.Count >= EnoughRows && update.Conflicts.Count * (long)WrongGridShare > reading.Survey.Rows)
        {
            throw new DataException(
                $"refused to import {source.Name}",
                $"{update.Conflicts.Count} of its {reading.Survey.Rows} rows are other bars than the catalog has at these times: it is another series",
                "name the right --instrument, use another --catalog, or --replace to take the file's bars"
            );
        }

        judge.Faults.AddRange(update.Conflicts.Select(row => (row, RowFault.ConflictsWithCatalog)));
        judge.Faults.Sort((left, right) => left.Row.CompareTo(right.Row));
        // Refused rows are on disk before the bars count: a program killed in between has lost none of them.
        var quarantine = QuarantineFile.Write(catalogFolder, source, reading, judge.Faults);
        var dataset = update.Commit();
        return tally.Report(source, reading, judge) with
        {
            Imported = update.New,
            Duplicates = judge.Duplicates + update.AlreadyThere.Count,
            AlreadyThere = update.AlreadyThere.Count,
            Dataset = dataset.Identity,
            QuarantineFile = quarantine,
            ResumedMonths = writer.ReusedMonths,
        };
    }

    private ImportReport Check(IRowSource source, Action<BarSeries>? onMonth, CancellationToken stop)
    {
        var reading = new TableQuestions(source, options, null).Answer(share => Tell("looking over", share, source), stop);
        var tally = new Tally(reading);
        var judge = Judge(
            source,
            reading,
            (_, _, bars, _) =>
            {
                tally.Look(bars);
                onMonth?.Invoke(bars);
            },
            stop
        );
        Refuse(source, reading, judge, tally);
        return tally.Report(source, reading, judge);
    }

    private BarJudge Judge(
        IRowSource source,
        TableReading reading,
        Action<int, int, BarSeries, Series<long>> onMonth,
        CancellationToken stop
    )
    {
        var judge = new BarJudge(reading.Rules, reading.Survey.Spikes, onMonth);
        if (reading.Survey.IsDescending || reading.Survey.IsUnsorted)
        {
            JudgeSorted(source, judge, reading.Survey.IsDescending, stop);
        }
        else
        {
            using var reader = source.Open(timesOnly: false);
            while (reader.Next())
            {
                stop.ThrowIfCancellationRequested();
                judge.Judge(reader.Rows.AsSpan(0, reader.Count));
                Tell("importing", reader.Progress, source);
            }
        }

        judge.Finish();
        Tell("importing", 1, source);
        return judge;
    }

    /// <summary>A table in another order than that of time is put in order first; that takes memory, 64 bytes a row and again for sorting.</summary>
    private static void JudgeSorted(IRowSource source, BarJudge judge, bool descending, CancellationToken stop)
    {
        var all = new Series<RawBar>();
        using (var reader = source.Open(timesOnly: false))
        {
            while (reader.Next())
            {
                stop.ThrowIfCancellationRequested();
                all.AddRange(reader.Rows.AsSpan(0, reader.Count));
            }
        }

        if (!descending)
        {
            all.SortStable((left, right) => left.Time.CompareTo(right.Time));
        }

        var rows = all.ToArray();
        if (descending)
        {
            // Read backwards, not sorted: in the hour that the clocks repeat, only the order of the file tells first from second.
            Array.Reverse(rows);
        }

        judge.Judge(rows);
    }

    /// <summary>Refuses the whole table where its faults show that it is not what the user takes it for.</summary>
    private static void Refuse(IRowSource source, TableReading reading, BarJudge judge, Tally tally)
    {
        var offTick = judge.Faults.Where(fault => fault.Fault == RowFault.OffTick).ToList();
        if (offTick.Count >= WrongGridShare && offTick.Count * (long)WrongGridShare > reading.Survey.Rows)
        {
            throw new DataException(
                $"refused to import {source.Name}",
                $"{offTick.Count} of {reading.Survey.Rows} rows (the first: row {offTick[0].Row}) have prices between the ticks of {reading.Instrument} ({reading.Grid.Tick}): it is another instrument, or adjusted data",
                "name the right --instrument, or give a new name with --tick"
            );
        }

        var conflicts = judge.Faults.Where(fault => fault.Fault == RowFault.ConflictingDuplicate).ToList();
        if (conflicts.Count >= WrongGridShare && conflicts.Count * (long)WrongGridShare > reading.Survey.Rows)
        {
            throw new DataException(
                $"refused to import {source.Name}",
                $"{conflicts.Count} of {reading.Survey.Rows} rows (the first: row {conflicts[0].Row}) are other bars for a time that already has one: it holds several contracts or series",
                "one import is one series: cut the file by contract first"
            );
        }

        // Remarks below a table are no rows, however many there are.
        var faulty = judge.Faults.Where(fault => fault.Fault is not (RowFault.Duplicate or RowFault.MissingColumns)).ToList();
        if (reading.Survey.Rows >= EnoughRows && faulty.Count * 2L > reading.Survey.Rows)
        {
            var commonest = faulty.GroupBy(fault => fault.Fault).MaxBy(group => group.Count())!;
            throw new DataException(
                $"refused to import {source.Name}",
                $"{faulty.Count} of its {reading.Survey.Rows} rows are no good bars, most of them because: {commonest.Key.Sentence()} (the first: row {commonest.First().Row})",
                $"it was read as {source.Description}, {reading.Zone}, {reading.Schema}: say what is wrong about that, or mend the file"
            );
        }

        if (tally.Implausible * 2 > tally.Bars)
        {
            throw new DataException(
                $"refused to import {source.Name}",
                $"most of its prices lie outside {reading.Plausible!.Low:0.##} to {reading.Plausible.High:0.##}, where {reading.Instrument} may be believed to trade: it is another instrument, or in other units",
                "name the right --instrument, or give the data a name of their own"
            );
        }

        if (tally.Bars == 0)
        {
            var (row, fault) = judge.Faults.Count > 0 ? judge.Faults[0] : (0, RowFault.None);
            throw new DataException(
                $"nothing to import in {source.Name}",
                $"none of its {reading.Survey.Rows} rows is a good bar (the first, row {row}: {fault.Sentence()})",
                "check the columns and the file; see 'keel data import --help'"
            );
        }
    }

    /// <summary>The same file, imported in the same way, finds what an earlier try had staged.</summary>
    private static string StagingKey(IRowSource source, TableReading reading)
    {
        var file = new FileInfo(source.Path);
        var text =
            $"{file.FullName}|{source.Name}|{file.Length}|{file.LastWriteTimeUtc.Ticks}|{reading.Instrument}|{reading.Schema}|{reading.Zone}|{reading.Stamp}|{reading.Grid.Tick}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    private void Tell(string doing, double share, IRowSource source) =>
        progress?.Report(new ImportProgress(doing, share, source.Name));

    /// <summary>Counts over the good bars of a table.</summary>
    private sealed class Tally(TableReading reading)
    {
        private readonly GapSearch gaps = new(reading.Hours, reading.Length);
        private readonly long lowest = reading.Plausible is { } believed
            ? (long)(believed.Low / reading.Grid.Tick)
            : long.MinValue;
        private readonly long highest = reading.Plausible is { } known ? (long)(known.High / reading.Grid.Tick) : long.MaxValue;
        private Timestamp? first;
        private Timestamp? last;

        public long Bars { get; private set; }

        /// <summary>Bars that close where the market is not believed to trade.</summary>
        public long Implausible { get; private set; }

        public void Look(BarSeries bars)
        {
            for (var block = 0; block < bars.BlockCount; block++)
            {
                gaps.Look(bars.Block(block));
                foreach (ref readonly var bar in bars.Block(block))
                {
                    Implausible += bar.Close.InTicks < lowest || bar.Close.InTicks > highest ? 1 : 0;
                }
            }

            Bars += bars.Count;
            first ??= bars[0].OpenTime;
            last = bars[^1].OpenTime;
        }

        public ImportReport Report(IRowSource source, TableReading table, BarJudge judge) =>
            new()
            {
                Source = source.Name,
                Instrument = table.Instrument,
                Schema = table.Schema,
                Rows = table.Survey.Rows,
                Imported = Bars,
                Quarantined = judge.Faults.Count(fault => fault.Fault != RowFault.Duplicate),
                Duplicates = judge.Duplicates,
                AlreadyThere = 0,
                Gaps = gaps.Found.Count,
                LongestGaps = gaps.Found.Longest,
                OutsideSessions = gaps.OutsideSessions,
                First = first,
                Last = last,
                Tick = table.Grid.Tick,
                Zone = table.Zone,
                Stamp = table.Stamp.ToString().ToLowerInvariant(),
                Layout = source.Description,
                Reasons = judge
                    .Faults.GroupBy(fault => fault.Fault)
                    .OrderBy(group => group.Key)
                    .ToDictionary(group => group.Key.Code(), group => group.LongCount()),
                Notes =
                    table.Survey.IsDescending ? [.. table.Notes, "rows run from late to early: put in order"]
                    : table.Survey.IsUnsorted ? [.. table.Notes, "rows are in no order: put in order"]
                    : table.Notes,
            };
    }
}
