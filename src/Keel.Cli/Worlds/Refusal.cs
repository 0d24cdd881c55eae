using Keel.Trading.World;

namespace Keel.Cli.Worlds;

/// <summary>Says in the core's words what the operating system's refusal of a file means.</summary>
internal static class Refusal
{
    // The system's own numbers: errno on Linux and macOS, the low word of the result on Windows.
    private const int UnixNoSpace = 28;
    private const int UnixReadOnly = 30;
    private const int UnixQuotaOnLinux = 122;
    private const int WindowsSharing = 32;
    private const int WindowsFull = 112;
    private const int WindowsExists = 80;
    private const int UnixExists = 17;
    private const int UnixBusy = 11;
    private const int UnixBusyOnMac = 35;

    /// <summary>Whether the operating system refused, rather than we erred.</summary>
    public static bool Is(Exception trouble) => trouble is IOException or UnauthorizedAccessException;

    /// <summary>Does work, and tells a refusal in the core's words.</summary>
    public static T Told<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception refused) when (Is(refused))
        {
            throw Of(path, refused);
        }
    }

    /// <summary>The refusal in the core's words.</summary>
    public static FileException Of(string path, Exception refused) =>
        new(FaultOf(refused, OperatingSystem.IsWindows()), path, refused);

    /// <summary>Which fault it is.</summary>
    internal static FileFault FaultOf(Exception refused, bool isWindows) =>
        refused switch
        {
            FileNotFoundException or DirectoryNotFoundException => FileFault.Missing,
            UnauthorizedAccessException => FileFault.ReadOnly,
            _ when isWindows => (refused.HResult & 0xFFFF) switch
            {
                WindowsFull => FileFault.DiskFull,
                WindowsSharing => FileFault.InUse,
                WindowsExists => FileFault.Taken,
                _ => FileFault.Failed,
            },
            _ => refused.HResult switch
            {
                UnixNoSpace or UnixQuotaOnLinux => FileFault.DiskFull,
                UnixReadOnly => FileFault.ReadOnly,
                UnixExists => FileFault.Taken,
                UnixBusy or UnixBusyOnMac => FileFault.InUse,
                _ => FileFault.Failed,
            },
        };
}
