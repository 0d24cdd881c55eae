namespace Keel.Cli.Doctor;

/// <summary>One thing looked at: ok, warn or fail, what was found, and what to do about it.</summary>
internal sealed record MachineCheck(string What, string Verdict, string Found, string Remedy = "")
{
    public static MachineCheck Ok(string what, string found) => new(what, "ok", found);

    public static MachineCheck Warn(string what, string found, string remedy) => new(what, "warn", found, remedy);

    public static MachineCheck Fail(string what, string found, string remedy) => new(what, "fail", found, remedy);
}
