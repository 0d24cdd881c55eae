namespace Keel.EndToEnd.Tests.Running;

/// <summary>Whether the tests may take their time: <c>./keel test --long</c> says so.</summary>
internal static class LongRun
{
    public static bool IsOn => Environment.GetEnvironmentVariable("KEEL_LONG") == "1";
}
