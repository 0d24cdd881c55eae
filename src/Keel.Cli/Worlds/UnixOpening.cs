using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Keel.Cli.Worlds;

/// <summary>
/// Opens what .NET would not open on Linux and macOS: a folder, so that its names can be flushed, and a file that is locked by its writer,
/// for reading (.NET's own reading takes a lock, and would be refused, or keep the writer out).
/// </summary>
internal static class UnixOpening
{
    private const int CloseOnExecLinux = 0x80000;
    private const int CloseOnExecMac = 0x1000000;
    private const int NoSuchFile = 2;
    private const int NotAllowed = 13;

    /// <summary>Opens a file or folder for reading, without any lock.</summary>
    public static SafeFileHandle ToRead(string path)
    {
        var handle = Open(path, OperatingSystem.IsMacOS() ? CloseOnExecMac : CloseOnExecLinux);
        return handle >= 0 ? new SafeFileHandle(handle, ownsHandle: true) : throw Failure(path, Marshal.GetLastPInvokeError());
    }

    /// <summary>Makes the names in a folder durable: else a file that was made or renamed, and flushed, can be gone after a power cut.</summary>
    public static void FlushFolder(string folder)
    {
        using var handle = ToRead(folder);
        RandomAccess.FlushToDisk(handle);
    }

    private static Exception Failure(string path, int error)
    {
        var message = $"{path}: {Marshal.GetPInvokeErrorMessage(error)}";
        return error switch
        {
            NoSuchFile => new FileNotFoundException(message),
            NotAllowed => new UnauthorizedAccessException(message),
            _ => new IOException(message, error),
        };
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
