using System.Buffers.Binary;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Research.Reference;

namespace Keel.Cli.Tests.Research;

/// <summary>Reference job 2 over 100,000 bars, recorded once, replayed whole, changed and cut.</summary>
public sealed class ReplayTests : IClassFixture<ReplayTests.Recorded>
{
    private const int TagBytes = 16;
    private const int HeadBytes = 22;

    private readonly Recorded recorded;

    public ReplayTests(Recorded recorded) => this.recorded = recorded;

    [Fact]
    public void A_recorded_run_is_replayed_byte_for_byte()
    {
        var (code, answer) = Replay(recorded.Journal);

        Assert.Equal(0, code);
        Assert.True((bool)answer["equal"]!);
        Assert.True((bool)answer["finished"]!);
        Assert.True((long)answer["inputs"]! > Recorded.Bars, "all bars and the exchange's reports are inputs");
        Assert.True((long)answer["outputs"]! > 1_000, "commands, trades, signals and days are outputs");
        Assert.Null(answer["first_difference"]);
    }

    [Fact]
    public void A_recorded_run_trades_as_one_that_is_not_recorded()
    {
        var (_, plain) = Run(["backtest", "--config", recorded.Profile, "--data", recorded.Data, "--no-save", "--json"]);

        Assert.Equal(Checksum(plain), Checksum(recorded.Summary));
    }

    [Fact]
    public async Task Another_process_with_other_threads_and_hash_seeds_writes_the_same_bytes()
    {
        var again = recorded.File("again.journal");
        var program = Path.Combine(AppContext.BaseDirectory, "keel.dll");
        Assert.SkipUnless(File.Exists(program), "the program does not lie beside its tests");
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_PROCESSOR_COUNT"] = "1",
                ["DOTNET_TieredPGO"] = "0",
                ["TZ"] = "Asia/Tokyo",
                ["LANG"] = "de_DE",
            },
        };
        foreach (
            var word in new[]
            {
                program,
                "backtest",
                "--config",
                recorded.Profile,
                "--data",
                recorded.Data,
                "--no-save",
                "--journal",
                again,
            }
        )
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, await error);
        Assert.Equal(
            SHA256.HashData(recorded.Bytes),
            SHA256.HashData(await File.ReadAllBytesAsync(again, TestContext.Current.CancellationToken))
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(-1)]
    public void A_changed_output_is_the_first_difference(int which)
    {
        // A forger who computes every checksum anew: only the replay can tell.
        var bytes = recorded.Bytes.ToArray();
        var outputs = Records(bytes).Where(record => record.Kind is >= 20 and < 25).ToList();
        var (sequence, _, offset, length) = which < 0 ? outputs[^1] : outputs[which];
        bytes[offset + HeadBytes + length - 1] ^= 2;
        SealFrom(bytes, offset);

        var (code, answer) = Replay(Write($"forged{which}.journal", bytes));

        var difference = answer["first_difference"]!;
        Assert.Equal((1, sequence), (code, (long)difference["sequence"]!));
        Assert.Equal(length - 1, (int)difference["byte"]!);
        Assert.NotEqual((string)difference["expected"]!, (string)difference["came"]!);
        Assert.Equal(3, difference["inputs_before"]!.AsArray().Count);
        Assert.False((bool)answer["equal"]!);
    }

    [Fact]
    public void A_journal_cut_in_a_record_is_replayed_up_to_there()
    {
        var place = Records(recorded.Bytes).Skip(5_000).First(record => record.Kind == 10).Offset;
        var cut = Write("cut.journal", recorded.Bytes.AsSpan(0, place + 7));

        var (code, answer) = Replay(cut);
        var (forgiving, _) = Replay(cut, "--until-damage");

        Assert.Equal((1, 0), (code, forgiving));
        Assert.True((bool)answer["equal"]!);
        Assert.Equal(("torn", place), ((string)answer["end"]!["kind"]!, (int)answer["end"]!["offset"]!));
    }

    [Fact]
    public void A_journal_cut_between_records_is_a_run_that_was_interrupted()
    {
        var place = Records(recorded.Bytes).First(record => record.Kind == 20).Offset;

        var (code, answer) = Replay(Write("killed.journal", recorded.Bytes.AsSpan(0, place)));

        Assert.Equal(0, code);
        Assert.True((bool)answer["equal"]!);
        Assert.False((bool)answer["finished"]!);
        Assert.True((long)answer["unwritten_outputs"]! > 0, "what the last input led to was not written any more");
    }

    [Fact]
    public void A_flipped_bit_is_damage_and_all_before_it_is_replayed()
    {
        var bytes = recorded.Bytes.ToArray();
        var (sequence, _, offset, _) = Records(bytes).Skip(40_000).First();
        bytes[offset + HeadBytes] ^= 1;

        var (code, answer) = Replay(Write("flipped.journal", bytes));

        Assert.Equal(1, code);
        Assert.True((bool)answer["equal"]!);
        Assert.Equal("damaged", (string)answer["end"]!["kind"]!);
        Assert.Equal(sequence - 1, (long)answer["end"]!["last_sequence"]!);
    }

    [Fact]
    public void What_is_no_journal_of_a_run_is_refused_in_words()
    {
        var (code, answer) = Replay(Write("notes.txt", "no journal at all, but long enough to hold a header of one"u8));

        Assert.Equal(1, code);
        Assert.Contains("does not begin as a journal does", (string)answer["error"]!["why"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_is_not_written_over()
    {
        var output = new StringWriter();
        var code = CommandLine.Run(
            ["backtest", "--config", recorded.Profile, "--data", recorded.Data, "--no-save", "--journal", recorded.Journal],
            new Terminal(output, output, false, 120),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(1, code);
        Assert.Contains("a file of this name exists already", output.ToString(), StringComparison.Ordinal);
    }

    private static string Checksum(JsonNode summary)
    {
        var text = summary.ToJsonString();
        var at = text.IndexOf("trades_checksum", StringComparison.Ordinal);
        Assert.True(at > 0);
        return text[at..text.IndexOf(',', at)];
    }

    private string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = recorded.File(name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static (int Code, JsonNode Answer) Replay(params string[] words) => Run(["replay", .. words, "--json"]);

    private static (int Code, JsonNode Answer) Run(string[] words)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run(words, new Terminal(output, error, false, 120), TestContext.Current.CancellationToken);
        return (code, JsonNode.Parse(output.ToString()) ?? throw new InvalidOperationException(error.ToString()));
    }

    private static IEnumerable<(long Sequence, int Kind, int Offset, int Length)> Records(byte[] bytes)
    {
        var at = 44 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(10)) + TagBytes;
        while (at < bytes.Length)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            yield return (
                BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at + 6)),
                BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 4)),
                at,
                length
            );
            at += HeadBytes + length + TagBytes;
        }
    }

    private static void SealFrom(byte[] bytes, int offset)
    {
        for (var at = offset; at < bytes.Length; )
        {
            var size = HeadBytes + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            SHA256.HashData(bytes.AsSpan(at - TagBytes, size + TagBytes)).AsSpan(0, TagBytes).CopyTo(bytes.AsSpan(at + size));
            at += size + TagBytes;
        }
    }

    /// <summary>The run, recorded once for all tests.</summary>
    public sealed class Recorded : IDisposable
    {
        public const int Bars = 100_000;

        private readonly Keel.Tests.TemporaryFolder folder = new();

        public Recorded()
        {
            using (var file = System.IO.File.Create(Data))
            {
                ReferenceCsv.Write(new ReferenceReader(1, Bars), file);
            }

            (_, Summary) = Run(["backtest", "--config", Profile, "--data", Data, "--no-save", "--journal", Journal, "--json"]);
            Bytes = System.IO.File.ReadAllBytes(Journal);
        }

        public string Data => folder["mes.csv"];

        public string Journal => folder["run.journal"];

        public string Profile { get; } = Path.Combine(Keel.Tests.CheckoutFolder.Path, "configs", "reference-job-2.yaml");

        public JsonNode Summary { get; }

        public byte[] Bytes { get; }

        public string File(string name) => folder[name];

        public void Dispose() => folder.Dispose();
    }
}
