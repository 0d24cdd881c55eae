using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Cli.Doctor;

namespace Keel.Cli.Verbs;

/// <summary><c>doctor</c>: is this machine fit?</summary>
internal static class DoctorVerb
{
    public static Verb Create() =>
        new Verb(
            "doctor",
            "Check this machine: runtime, native parts, time zones, clock, disk, configuration, secrets (their presence, never their values). Ends with 1 when a check fails.",
            "./keel doctor",
            "./keel doctor --json"
        ).Does(
            (_, terminal, _) =>
            {
                var checks = MachineChecks.All();
                foreach (var check in checks)
                {
                    terminal.Line($"{check.Verdict, -5} {check.What, -16} {check.Found}");
                    if (check.Remedy.Length > 0)
                    {
                        terminal.Line($"{"", -23}{check.Remedy}");
                    }
                }

                terminal.Document(
                    new JsonObject
                    {
                        ["checks"] = new JsonArray(
                            checks
                                .Select(check =>
                                    (JsonNode)
                                        new JsonObject
                                        {
                                            ["what"] = check.What,
                                            ["verdict"] = check.Verdict,
                                            ["found"] = check.Found,
                                            ["remedy"] = check.Remedy,
                                        }
                                )
                                .ToArray()
                        ),
                    }
                );
                return checks.Any(check => check.Verdict == "fail") ? ExitCode.Failed : ExitCode.Done;
            }
        );
}
