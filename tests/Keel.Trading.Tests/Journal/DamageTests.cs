using Keel.Trading.Journal;

namespace Keel.Trading.Tests.Journal;

public sealed class DamageTests(ITestOutputHelper output)
{
    [Fact]
    public void A_journal_cut_at_any_byte_gives_all_records_before_the_cut()
    {
        var (bytes, offsets) = Journals.Sample(14);
        for (var cut = offsets[0]; cut <= bytes.Length; cut++)
        {
            var end = Journals.ReadAll(Journals.With(bytes.AsSpan(0, cut)).Files);
            var whole = offsets.FindLastIndex(offset => offset <= cut);
            Assert.Equal(whole, end.LastSequence);
            Assert.Equal(offsets[whole], end.Offset);
            Assert.Equal(cut == offsets[whole] ? JournalEndKind.Whole : JournalEndKind.Torn, end.Kind);
            Assert.Equal((cut - offsets[whole], 0), (end.LostBytes, end.LostRecords));
        }
    }

    [Fact]
    public void A_journal_cut_inside_its_header_is_refused()
    {
        var (bytes, offsets) = Journals.Sample(2);
        for (var cut = 0; cut < offsets[0]; cut++)
        {
            var world = Journals.With(bytes.AsSpan(0, cut));
            Assert.NotEmpty(Assert.Throws<JournalException>(() => Journals.ReadAll(world.Files)).Remedy);
        }
    }

    [Fact]
    public void Any_flipped_bit_is_found_and_all_before_it_is_read()
    {
        var (bytes, offsets) = Journals.Sample(12);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var flipped = Flipped(bytes, bit);
            var world = Journals.With(flipped);
            if (bit / 8 < offsets[0])
            {
                Assert.Throws<JournalException>(() => Journals.ReadAll(world.Files));
                continue;
            }

            var end = Journals.ReadAll(world.Files);
            var hit = offsets.FindLastIndex(offset => offset <= bit / 8);
            Assert.Equal((hit, offsets[hit]), (end.LastSequence, end.Offset));
            Assert.Equal(bytes.Length - offsets[hit], end.LostBytes);
            // Behind a hit tag the next record is chained to a tag that is not there: one more is not whole by itself.
            Assert.InRange(end.LostRecords, Math.Max(0, 12 - hit - 2), 12 - hit - 1);
            if (end.LostRecords > 0)
            {
                Assert.Equal(JournalEndKind.Damaged, end.Kind);
            }

            Assert.NotEqual(JournalEndKind.Whole, end.Kind);
        }
    }

    [Fact]
    public void Random_flipped_bits_of_a_large_journal_are_found()
    {
        output.WriteLine($"seed {Journals.Seed}");
        var random = new Random((int)Journals.Seed);
        var (bytes, offsets) = Journals.Sample(6_000);
        for (var i = 0; i < 60; i++)
        {
            var bit = random.Next(offsets[0] * 8, bytes.Length * 8);
            var end = Journals.ReadAll(Journals.With(Flipped(bytes, bit)).Files);
            var hit = offsets.FindLastIndex(offset => offset <= bit / 8);
            Assert.Equal((hit, offsets[hit]), (end.LastSequence, end.Offset));
            Assert.InRange(end.LostRecords, Math.Max(0, 6_000 - hit - 2), Math.Max(0, 6_000 - hit - 1));
        }
    }

    [Fact]
    public void A_record_that_stands_twice_is_found()
    {
        var (bytes, offsets) = Journals.Sample(8);
        for (var i = 0; i < 8; i++)
        {
            byte[] twice = [.. bytes[..offsets[i + 1]], .. bytes[offsets[i]..offsets[i + 1]], .. bytes[offsets[i + 1]..]];
            MustStopAt(i + 1, twice);
        }
    }

    [Fact]
    public void A_record_that_is_missing_is_found()
    {
        var (bytes, offsets) = Journals.Sample(8);
        for (var i = 0; i < 7; i++)
        {
            byte[] without = [.. bytes[..offsets[i]], .. bytes[offsets[i + 1]..]];
            MustStopAt(i, without);
        }
    }

    [Fact]
    public void Two_records_that_changed_places_are_found()
    {
        var (bytes, offsets) = Journals.Sample(8);
        for (var i = 0; i < 7; i++)
        {
            byte[] swapped =
            [
                .. bytes[..offsets[i]],
                .. bytes[offsets[i + 1]..offsets[i + 2]],
                .. bytes[offsets[i]..offsets[i + 1]],
                .. bytes[offsets[i + 2]..],
            ];
            MustStopAt(i, swapped);
        }
    }

    [Fact]
    public void Whole_records_of_another_journal_do_not_fit()
    {
        var (bytes, offsets) = Journals.Sample(8);
        var world = Journals.NewWorld();
        using var other = JournalWriter.Create(
            world.Files,
            Journals.Path,
            Journals.Owner,
            Journals.Begin + Keel.Domain.Span.FromSeconds(1)
        );
        for (var i = 0; i < 8; i++)
        {
            Journals.AppendNext(other);
        }

        other.Commit(world.Now, durable: true);
        var foreign = world.Disk.Content(Journals.Path);
        Assert.Equal(bytes.Length, foreign.Length);
        for (var i = 1; i < 8; i++)
        {
            MustStopAt(i, [.. bytes[..offsets[i]], .. foreign[offsets[i]..]]);
        }
    }

    [Fact]
    public void Zeros_at_the_end_are_an_append_that_never_reached_the_disk()
    {
        var (bytes, offsets) = Journals.Sample(5);
        var end = Journals.ReadAll(Journals.With([.. bytes, .. new byte[600]]).Files);
        Assert.Equal((JournalEndKind.Torn, 5, offsets[^1]), (end.Kind, end.LastSequence, end.Offset));
        Assert.Equal($"record 6 was expected at byte {bytes.Length}, but only zeros follow", end.Why);
    }

    [Fact]
    public void The_reason_names_record_and_place()
    {
        var (bytes, offsets) = Journals.Sample(5);
        Assert.Equal(
            $"record 3 was expected at byte {offsets[2]}, but its bytes, or the chain before it, are not as they were written",
            Journals.ReadAll(Journals.With(Flipped(bytes, (offsets[2] + 25) * 8)).Files).Why
        );
        Assert.Equal(
            $"record 3 was expected at byte {offsets[2]}, but what stands there claims to be record 4",
            Journals.ReadAll(Journals.With([.. bytes[..offsets[2]], .. bytes[offsets[3]..]]).Files).Why
        );
        Assert.Equal(
            $"record 5 was expected at byte {offsets[4]}, but the file ends inside it",
            Journals.ReadAll(Journals.With(bytes.AsSpan(..^1)).Files).Why
        );
    }

    private static void MustStopAt(int records, byte[] bytes)
    {
        var end = Journals.ReadAll(Journals.With(bytes).Files);
        Assert.Equal((records, JournalEndKind.Damaged), (end.LastSequence, end.Kind));
    }

    private static byte[] Flipped(byte[] bytes, int bit)
    {
        var flipped = bytes.ToArray();
        flipped[bit / 8] ^= (byte)(1 << (bit % 8));
        return flipped;
    }
}
