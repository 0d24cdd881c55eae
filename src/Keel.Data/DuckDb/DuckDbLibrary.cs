using System.Reflection;
using System.Runtime.InteropServices;

namespace Keel.Data.DuckDb;

/// <summary>Finds DuckDB's native library in the npm package of this platform.</summary>
public static class DuckDbLibrary
{
    /// <summary>The library's version, such as <c>v1.5.6</c>; throws with a remedy when it cannot be loaded.</summary>
    public static unsafe string Version => Native.Text(Native.duckdb_library_version());

    /// <summary>Where the library lies, or where it was looked for when it is missing.</summary>
    public static string Location => Find() ?? Path.Combine("node_modules", PackageName, FileName);

    /// <summary>Opens an engine and asks it something; throws where that fails.</summary>
    public static void Probe()
    {
        using var database = new Database();
        database.Execute("SELECT 1");
    }

    private static string PackageName
    {
        get
        {
            var system =
                OperatingSystem.IsWindows() ? "win32"
                : OperatingSystem.IsMacOS() ? "darwin"
                : "linux";
            var processor = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
            return Path.Combine("@duckdb", $"node-bindings-{system}-{processor}");
        }
    }

    private static string FileName =>
        OperatingSystem.IsWindows() ? "duckdb.dll"
        : OperatingSystem.IsMacOS() ? "libduckdb.dylib"
        : "libduckdb.so";

    internal static nint Resolve(string library, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (library != Native.Library)
        {
            return 0;
        }

        var path = Find();
        return path is not null
            ? NativeLibrary.Load(path)
            : throw new DataException(
                "DuckDB's native library is missing",
                $"looked for {Path.Combine("node_modules", PackageName, FileName)} in and above {AppContext.BaseDirectory}",
                "run 'npm ci --ignore-scripts' in the folder of the checkout, or any ./keel command, which does it"
            );
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "node_modules", PackageName, FileName);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
