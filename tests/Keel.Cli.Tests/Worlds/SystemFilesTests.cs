using Keel.Cli.Worlds;
using Keel.Trading.World;

namespace Keel.Cli.Tests.Worlds;

public sealed class SystemFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SystemFiles files = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_appended_can_be_read_while_the_file_is_open()
    {
        var path = folder.File("below", "a.bin");
        using var file = files.Create(path);
        file.Append("abc"u8);
        file.Append("de"u8);
        file.Flush();

        Assert.Equal(5, file.Length);
        Assert.Equal(5, files.Length(path));
        Assert.Equal("bcde"u8, Read(path, 1, 10));
        Assert.Equal("cd"u8, Read(path, 2, 2));
        Assert.Empty(Read(path, 9, 2));
    }

    [Fact]
    public void A_file_opened_again_goes_on_at_its_end()
    {
        var path = folder.File("a.bin");
        files.Create(path).Dispose();
        using (var file = files.Open(path))
        {
            file.Append("abc"u8);
        }

        using (var file = files.Open(path))
        {
            Assert.Equal(3, file.Length);
            file.Append("d"u8);
        }

        files.Truncate(path, 2);
        Assert.Equal("ab"u8, Read(path, 0, 10));
    }

    [Fact]
    public void Names_are_made_changed_listed_and_dropped()
    {
        foreach (var name in (string[])["b", "a", "c"])
        {
            files.Create(folder.File(name)).Dispose();
        }

        files.Create(folder.File("below", "d")).Dispose();
        files.Rename(folder.File("c"), folder.File("a"));
        Assert.Equal([folder.File("a"), folder.File("b")], files.List(folder.Path));
        files.Delete(folder.File("b"));
        files.Delete(folder.File("b"));
        Assert.Equal([folder.File("a")], files.List(folder.Path));
        Assert.Empty(files.List(folder.File("nowhere")));
        Assert.False(files.Exists(folder.File("b")));
    }

    [Fact]
    public void Refusals_are_told_with_their_reason_and_a_remedy()
    {
        var path = folder.File("a.bin");
        Fault(FileFault.Missing, () => files.Open(path));
        Fault(FileFault.Missing, () => files.Length(path));
        Fault(FileFault.Missing, () => Read(path, 0, 1));
        Fault(FileFault.Missing, () => files.Rename(path, folder.File("b")));
        using var file = files.Create(path);
        Fault(FileFault.Taken, () => files.Create(path));
        Fault(FileFault.InUse, () => files.Open(path));
        Fault(FileFault.InUse, () => files.Truncate(path, 0));
        file.Append("still mine"u8);
        Assert.Equal(10, files.Length(path));
    }

    [Fact]
    public void A_full_disk_is_told_as_such()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/dev/full"), "needs Linux's device that is always full");
        var full = folder.File("full");
        File.CreateSymbolicLink(full, "/dev/full");
        var fault = Assert.ThrowsAny<Exception>(() =>
        {
            using var handle = File.OpenHandle(full, FileMode.Open, FileAccess.Write);
            RandomAccess.Write(handle, "abc"u8, 0);
        });
        Assert.Equal(FileFault.DiskFull, Refusal.FaultOf(fault, isWindows: false));
    }

    [Theory]
    [InlineData(28, false, FileFault.DiskFull)]
    [InlineData(30, false, FileFault.ReadOnly)]
    [InlineData(5, false, FileFault.Failed)]
    [InlineData(unchecked((int)0x80070070), true, FileFault.DiskFull)]
    [InlineData(unchecked((int)0x80070020), true, FileFault.InUse)]
    [InlineData(unchecked((int)0x80070050), true, FileFault.Taken)]
    [InlineData(unchecked((int)0x8007001F), true, FileFault.Failed)]
    internal void The_systems_numbers_are_understood(int result, bool isWindows, FileFault fault) =>
        Assert.Equal(fault, Refusal.FaultOf(new IOException("it says", result), isWindows));

    private static void Fault(FileFault fault, Action work)
    {
        var refused = Assert.Throws<FileException>(work);
        Assert.Equal(fault, refused.Fault);
        Assert.NotEmpty(refused.Remedy);
    }

    private byte[] Read(string path, long offset, int count)
    {
        var into = new byte[count];
        return into[..files.Read(path, offset, into)];
    }
}
