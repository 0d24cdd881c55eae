using System.Runtime.InteropServices;
using Keel.Data;
using Keel.Data.DuckDb;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Cli.Doctor;

/// <summary>Everything about a machine that Keel depends on.</summary>
internal static class MachineChecks
{
    private const long LowDisk = 2L << 30;

    // Names only: a value is never read into anything that is printed.
    private static readonly string[] Secrets =
    [
        "DATABENTO_API_KEY",
        "KEEL_TOPSTEPX_USER",
        "KEEL_TOPSTEPX_KEY",
        "TOPSTEPX_ACCOUNT_ID",
    ];

    public static IReadOnlyList<MachineCheck> All() =>
        [
            Runtime(),
            Platform(),
            DuckDb(),
            Npm(),
            TimeZones(),
            Calendar(),
            Clock(),
            Disk(),
            Catalog(),
            .. Secrets.Select(Secret),
            Venues(),
        ];

    private static MachineCheck Runtime() =>
        Environment.Version.Major >= 10
            ? MachineCheck.Ok(
                ".NET",
                $"{Environment.Version}, {Environment.ProcessorCount} processors, {(System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? "" : "no ")}vector units"
            )
            : MachineCheck.Fail(".NET", Environment.Version.ToString(), "install the .NET 10 SDK");

    private static MachineCheck Platform()
    {
        var name = $"{RuntimeInformation.OSDescription} {RuntimeInformation.ProcessArchitecture}";
        return OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64
            ? MachineCheck.Ok("system", name)
            : MachineCheck.Warn(
                "system",
                name,
                "only Linux x64 is tested; the native parts exist for this platform, but nobody has tried"
            );
    }

    private static MachineCheck DuckDb()
    {
        try
        {
            var version = DuckDbLibrary.Version;
            DuckDbLibrary.Probe();
            return MachineCheck.Ok("DuckDB", version);
        }
        catch (Exception missing) when (missing is DataException or DllNotFoundException or BadImageFormatException)
        {
            return MachineCheck.Fail("DuckDB", missing.Message, "run 'npm ci --ignore-scripts' in the folder of the checkout");
        }
    }

    private static MachineCheck Npm() =>
        OnPath("npm") && OnPath("node")
            ? MachineCheck.Ok("Node and npm", "found")
            : MachineCheck.Warn(
                "Node and npm",
                "not on the PATH",
                "install Node 20 or later: native parts are restored with npm"
            );

    private static MachineCheck TimeZones()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var next = TradingZones.NewYork.GetZoneInterval(now);
        return MachineCheck.Ok(
            "time zones",
            $"tzdb {DateTimeZoneProviders.Tzdb.VersionId}; New York changes its clock next at {(next.HasEnd ? next.End.ToString() : "no known time")}"
        );
    }

    private static MachineCheck Calendar()
    {
        var today = SystemClock.Instance.GetCurrentInstant().InZone(TradingZones.Chicago).Date;
        var known = TradingCalendar.EquityIndex.LastKnownDay;
        var left = Period.DaysBetween(today, known);
        return left > 60
            ? MachineCheck.Ok("exchange days", $"known to {known:yyyy-MM-dd}")
            : MachineCheck.Warn(
                "exchange days",
                $"known to {known:yyyy-MM-dd}, {left} days from now",
                "update Keel: beyond that day hours are only by rule, at the earlier time"
            );
    }

    private static MachineCheck Clock()
    {
        // Without asking a server one can only tell a clock that is grossly wrong: earlier than this program was built.
        var now = DateTime.UtcNow;
        var built = File.GetLastWriteTimeUtc(typeof(MachineChecks).Assembly.Location);
        return now >= built.AddMinutes(-5)
            ? MachineCheck.Ok("clock", $"{now:yyyy-MM-dd HH:mm:ss} UTC (not compared with a time server)")
            : MachineCheck.Fail(
                "clock",
                $"{now:yyyy-MM-dd HH:mm:ss} UTC is before this program was built ({built:yyyy-MM-dd HH:mm})",
                "set the clock; switch on time synchronisation"
            );
    }

    private static MachineCheck Disk()
    {
        var free = new DriveInfo(Path.GetFullPath(".")).AvailableFreeSpace;
        return free >= LowDisk
            ? MachineCheck.Ok("disk", $"{free >> 30} GB free here")
            : MachineCheck.Warn(
                "disk",
                $"{free >> 20} MB free here",
                "free some: an import needs about a tenth of its text file"
            );
    }

    private static MachineCheck Catalog()
    {
        var folder = Environment.GetEnvironmentVariable("KEEL_CATALOG") is { Length: > 0 } named ? named : "catalog";
        try
        {
            var catalog = Keel.Data.Catalogs.Catalog.Open(folder);
            return MachineCheck.Ok(
                "catalog",
                catalog.Datasets.Count == 0 ? $"none yet at {folder}" : $"{folder}: {catalog.Datasets.Count} datasets"
            );
        }
        catch (DataException broken)
        {
            return MachineCheck.Fail("catalog", broken.Why, broken.Remedy);
        }
    }

    private static MachineCheck Secret(string name) =>
        MachineCheck.Ok(
            name,
            string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)) ? "not set (needed only for its venue)" : "set"
        );

    private static MachineCheck Venues() => MachineCheck.Ok("venues", "none in this version: nothing to reach");

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
}
