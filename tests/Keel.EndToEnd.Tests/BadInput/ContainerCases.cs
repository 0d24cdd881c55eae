using System.IO.Compression;
using System.Text;
using Keel.EndToEnd.Tests.Running;

namespace Keel.EndToEnd.Tests.BadInput;

/// <summary>Archives and Parquet files that are damaged, dishonest or empty.</summary>
internal static class ContainerCases
{
    private static readonly Lazy<byte[]> GoodParquet = new(ParquetOfGoodBars);

    public static IEnumerable<Ordeal> All =>
        [
            new("gzip", bench => bench.Put("bars.csv.gz", Gzip(BarTable.Good().Bytes)), Outcome.Whole()),
            new(
                "gzip cut short",
                bench => bench.Put("bars.csv.gz", Gzip(BarTable.Good().Bytes)[..^400]),
                Outcome.BadData("damaged")
            ),
            new(
                "gzip without its last word",
                bench => bench.Put("bars.csv.gz", Gzip(BarTable.Good().Bytes)[..^4]),
                Outcome.BadData("damaged")
            ),
            new("gzip that is only a head", bench => bench.Put("bars.csv.gz", [0x1f, 0x8b, 8]), Outcome.BadData("bars.csv.gz")),
            new(
                "gzip with a wrong sum",
                bench => bench.Put("bars.csv.gz", Flipped(Gzip(BarTable.Good().Bytes), 8)),
                Outcome.BadData("damaged")
            ),
            new("gzip bomb", bench => bench.Put("bars.csv.gz", Gzip(Bomb.Value)), Outcome.BadData("over 100 times")),
            new("zip", bench => bench.Put("bars.zip", Zip(("mes.csv", BarTable.Good().Bytes))), Outcome.Whole()),
            new(
                "zip cut short",
                bench => bench.Put("bars.zip", Zip(("mes.csv", BarTable.Good().Bytes))[..^30]),
                Outcome.BadData("damaged")
            ),
            new(
                "zip with a damaged member",
                bench => bench.Put("bars.zip", FlippedAt(Zip(("mes.csv", BarTable.Good().Bytes)), 700)),
                Outcome.BadData("damaged")
            ),
            new(
                "zip with a member stored and damaged",
                bench =>
                    bench.Put(
                        "bars.zip",
                        FlippedAt(Zip(CompressionLevel.NoCompression, ("mes.csv", BarTable.Good().Bytes)), 705)
                    ),
                Outcome.BadData("damaged")
            ),
            new(
                "zip whose local head is gone",
                bench => bench.Put("bars.zip", FlippedAt(Zip(("mes.csv", BarTable.Good().Bytes)), 0, 1)),
                Outcome.BadData("bars.zip")
            ),
            new("zip bomb, declared", bench => bench.Put("bars.zip", ZippedBomb.Value), Outcome.BadData("over 100 times")),
            new(
                "zip bomb with a lying head",
                bench => bench.Put("bars.zip", Shrunk(ZippedBomb.Value, 1000)),
                Outcome.BadData("bars.zip")
            ),
            new(
                "zip with a member outside",
                bench => bench.Put("bars.zip", Zip(("../../mes.csv", BarTable.Good().Bytes))),
                Outcome.BadData("outside the archive")
            ),
            new(
                "zip with an absolute member",
                bench => bench.Put("bars.zip", Zip(("/etc/mes.csv", BarTable.Good().Bytes))),
                Outcome.BadData("outside the archive")
            ),
            new("empty zip", bench => bench.Put("bars.zip", Zip()), Outcome.BadData("the archive is empty")),
            new(
                "zip in a zip",
                bench => bench.Put("bars.zip", Zip(("mes.zip", Zip(("mes.csv", BarTable.Good().Bytes))))),
                Outcome.BadData("neither text")
            ),
            new("Parquet", bench => bench.Put("bars.parquet", GoodParquet.Value), Outcome.Whole()),
            new("Parquet with another ending", bench => bench.Put("bars[1].dat", GoodParquet.Value), Outcome.Whole()),
            new(
                "Parquet cut short",
                bench => bench.Put("bars.parquet", GoodParquet.Value[..^500]),
                Outcome.BadData("cannot read")
            ),
            new(
                "Parquet with a damaged page",
                bench => bench.Put("bars.parquet", FlippedAt(GoodParquet.Value, 60, 400)),
                Outcome.BadData("cannot read")
            ),
            new("Parquet of trades", TradesAsParquet, Outcome.BadData("no table of bars", "missing: open")),
            new(
                "Parquet that is only a head",
                bench => bench.Put("bars.parquet", "PAR1PAR1"u8.ToArray()),
                Outcome.BadData("cannot read")
            ),
        ];

    /// <summary>A good table, and below it more remarks than any archive may hold unasked.</summary>
    private static Lazy<byte[]> Bomb { get; } =
        new(() =>
        {
            var remark = Encoding.UTF8.GetBytes($"#{new string('-', 60_000)}\n");
            return [.. BarTable.Good().Bytes, .. Enumerable.Repeat(remark, 1_200).SelectMany(line => line)];
        });

    private static Lazy<byte[]> ZippedBomb { get; } = new(() => Zip(("mes.csv", Bomb.Value)));

    /// <summary>The good table as Parquet, as Keel itself writes it.</summary>
    public static byte[] ParquetOfGoodBars()
    {
        using var bench = new Workbench();
        bench.ImportGood(bench.Put("bars.csv", BarTable.Good()), "--instrument", "ES");
        var file = bench["bars.parquet"];
        var run = KeelRun.Here("data", "export", "--instrument", "ES", "--catalog", bench.Catalog, "--out", file);
        Assert.True(run.ExitCode == 0, run.Error);
        return File.ReadAllBytes(file);
    }

    private static string TradesAsParquet(Workbench bench)
    {
        var file = bench["trades.parquet"];
        string[] market = ["--instrument", "MES", "--schema", "trades", "--from", "2024-01-03", "--days", "1"];
        var run = KeelRun.Here(["data", "synth", .. market, "--out", file]);
        Assert.True(run.ExitCode == 0, run.Error);
        return file;
    }

    private static byte[] Gzip(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] members) => Zip(CompressionLevel.Optimal, members);

    private static byte[] Zip(CompressionLevel level, params (string Name, byte[] Content)[] members)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in members)
            {
                using var member = zip.CreateEntry(name, level).Open();
                member.Write(content);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Flipped(byte[] bytes, int fromEnd) => FlippedAt(bytes, bytes.Length - fromEnd, 1);

    private static byte[] FlippedAt(byte[] bytes, int at, int count = 4)
    {
        var flipped = bytes.ToArray();
        for (var i = at; i < at + count; i++)
        {
            flipped[i] ^= 0x15;
        }

        return flipped;
    }

    /// <summary>Makes every header of a zip claim that its member is small.</summary>
    private static byte[] Shrunk(byte[] zip, int claimed)
    {
        var lying = zip.ToArray();
        Claim("PK\u0001\u0002"u8, 24);
        Claim("PK\u0003\u0004"u8, 22);
        return lying;

        void Claim(ReadOnlySpan<byte> head, int offset)
        {
            var at = lying.AsSpan().IndexOf(head);
            BitConverter.TryWriteBytes(lying.AsSpan(at + offset, 4), claimed);
        }
    }
}
