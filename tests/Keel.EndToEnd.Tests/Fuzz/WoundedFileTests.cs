using FsCheck;
using FsCheck.Fluent;
using Keel.Data;
using Keel.Data.Catalogs;
using Keel.Data.Import;
using Keel.EndToEnd.Tests.BadInput;
using Keel.EndToEnd.Tests.Running;
using Microsoft.FSharp.Core;

namespace Keel.EndToEnd.Tests.Fuzz;

/// <summary>Whatever bytes of a good file are changed, the importer takes it or says why not; it never falls over, never hangs, never harms the catalog.</summary>
public sealed class WoundedFileTests(ITestOutputHelper output)
{
    private const ulong Seed = 20_240_103;
    private const int LongFactor = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_wounded_text_table_never_harms() => NeverHarms(BarTable.Good(120).Bytes, "bars.csv", checks: 150, imports: 15);

    [Fact]
    public void A_wounded_text_table_of_local_times_never_harms() =>
        NeverHarms(BarTable.Local(new DateTime(2024, 3, 3)).Bytes, "bars.csv", checks: 15, imports: 3);

    [Fact]
    public void A_wounded_Parquet_file_never_harms() =>
        NeverHarms(ContainerCases.ParquetOfGoodBars(), "bars.parquet", checks: 40, imports: 10);

    private void NeverHarms(byte[] good, string name, int checks, int imports)
    {
        output.WriteLine($"seed {Seed}");
        using var bench = new Workbench();
        var importer = new Importer(new ImportOptions { Instrument = "MES" });
        var before = Catalog.Open(bench.Catalog).Find("NQ", "bars-1m")!.Identity;

        Try(checks, path => importer.Check(path));
        Try(
            imports,
            path =>
            {
                importer.Import(path, bench.Catalog);
                Assert.Equal(before, Catalog.Open(bench.Catalog).Find("NQ", "bars-1m")!.Identity);
            }
        );

        Assert.Equal(Workbench.GoodDataset, bench.Dataset("NQ"));
        bench.MustBeSound();

        void Try(int count, Action<string> take) =>
            Check.One(
                Config
                    .QuickThrowOnFailure.WithMaxTest(LongRun.IsOn ? count * LongFactor : count)
                    .WithReplay(new Replay(new Rnd(Seed, 1), FSharpOption<int>.None)),
                Prop.ForAll(
                    ByteEdit.Several.ToArbitrary(),
                    edits => EndsInWords(() => take(bench.Put(name, edits.Aggregate(good, (file, edit) => edit.In(file)))))
                )
            );
    }

    private static void EndsInWords(Action take)
    {
        var taking = Task.Run(take);
        try
        {
            Assert.True(taking.Wait(Patience), "it hangs");
        }
        catch (AggregateException several) when (several.InnerException is DataException refused)
        {
            Assert.NotEmpty(refused.Why);
            Assert.NotEmpty(refused.Remedy);
        }
    }
}
