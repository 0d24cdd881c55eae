using Keel.Domain;
using Keel.Trading.World;

namespace Keel.Trading.Tests.World;

public sealed class VirtualDiskTests
{
    private readonly VirtualWorld world = new(Timestamp.FromUnixSeconds(0), seed: 7);

    private VirtualDisk Disk => world.Disk;

    [Fact]
    public void A_killed_process_leaves_all_that_it_wrote()
    {
        var file = Disk.Create("a/b");
        file.Append("abc"u8);
        world.KillProcess();
        Assert.Equal("abc"u8, Disk.Content("a/b"));
        Assert.Throws<ObjectDisposedException>(() => file.Append("d"u8));
        using var again = Disk.Open("a/b");
        again.Append("d"u8);
        Assert.Equal("abcd"u8, Disk.Content("a/b"));
    }

    [Fact]
    public void A_power_cut_leaves_what_was_flushed_and_any_part_of_the_rest()
    {
        var lengths = new HashSet<int>();
        var lostSectors = 0;
        for (var seed = 0UL; seed < 300; seed++)
        {
            var one = new VirtualWorld(Timestamp.FromUnixSeconds(0), seed);
            var file = one.Disk.Create("a");
            file.Append(Ones(700));
            file.Flush();
            file.Append(Ones(1400));
            one.CutPower();
            var left = one.Disk.Content("a");
            Assert.InRange(left.Length, 700, 2100);
            Assert.Equal(Ones(700), left[..700]);
            lengths.Add(left.Length);
            var firstLost = left.AsSpan().IndexOf((byte)0);
            if (firstLost >= 0)
            {
                lostSectors++;
                Assert.True(firstLost == 700 || firstLost % 512 == 0);
            }
        }

        Assert.True(lengths.Count > 200);
        Assert.InRange(lostSectors, 50, 250);
    }

    [Fact]
    public void Names_survive_a_power_cut()
    {
        Disk.Create("a").Dispose();
        Disk.Create("b").Dispose();
        Disk.Rename("a", "c");
        Disk.Delete("b");
        world.CutPower();
        Assert.Equal(["c"], (string[])[.. Disk.List("").Concat(new[] { "a", "b", "c" }.Where(Disk.Exists))]);
    }

    [Fact]
    public void Only_files_directly_in_a_folder_are_listed()
    {
        foreach (var path in (string[])["day/b", "day/a", "day/old/c", "days/d"])
        {
            Disk.Create(path).Dispose();
        }

        Assert.Equal(["day/a", "day/b"], Disk.List("day"));
        Assert.Equal(["day/a", "day/b"], Disk.List("day/"));
        Assert.Empty(Disk.List("night"));
    }

    [Fact]
    public void A_full_disk_takes_what_fits_and_refuses_the_rest()
    {
        Disk.Capacity = 10;
        using var file = Disk.Create("a");
        file.Append(Ones(8));
        Assert.Equal(FileFault.DiskFull, Assert.Throws<FileException>(() => file.Append(Ones(8))).Fault);
        Assert.Equal(10, Disk.Used);
        Disk.Capacity = 100;
        file.Append(Ones(1));
        Assert.Equal(11, Disk.Length("a"));
    }

    [Fact]
    public void What_a_failed_flush_did_not_save_no_later_flush_saves()
    {
        using var file = Disk.Create("a");
        file.Append("a"u8);
        file.Flush();
        file.Append("b"u8);
        Disk.Refuse(DiskAction.Flush, FileFault.Failed);
        Assert.Throws<FileException>(file.Flush);
        file.Append("c"u8);
        file.Flush();
        Assert.Equal("abc"u8, Disk.Content("a"));
        world.CutPower();
        Assert.Equal("a\0c"u8, Disk.Content("a"));
    }

    [Fact]
    public void Refusals_come_when_scripted_and_once()
    {
        using var file = Disk.Create("a");
        Disk.Refuse(DiskAction.Append, FileFault.ReadOnly, after: 1);
        file.Append("a"u8);
        Assert.Equal(FileFault.ReadOnly, Assert.Throws<FileException>(() => file.Append("bc"u8)).Fault);
        file.Append("d"u8);
        Assert.Equal("abd"u8, Disk.Content("a"));
        Disk.Refuse(DiskAction.Create, FileFault.ReadOnly);
        Assert.Throws<FileException>(() => Disk.Create("b"));
        Assert.False(Disk.Exists("b"));
    }

    [Fact]
    public void A_file_has_one_writer()
    {
        using (Disk.Create("a"))
        {
            Assert.Equal(FileFault.InUse, Assert.Throws<FileException>(() => Disk.Open("a")).Fault);
            Assert.Equal(FileFault.InUse, Assert.Throws<FileException>(() => Disk.Rename("a", "b")).Fault);
            Assert.Equal(FileFault.Taken, Assert.Throws<FileException>(() => Disk.Create("a")).Fault);
        }

        Disk.Open("a").Dispose();
        Assert.Equal(FileFault.Missing, Assert.Throws<FileException>(() => Disk.Open("b")).Fault);
    }

    private static byte[] Ones(int count)
    {
        var ones = new byte[count];
        ones.AsSpan().Fill(1);
        return ones;
    }
}
