using Keel.EndToEnd.Tests.Running;

namespace Keel.EndToEnd.Tests.Documents;

/// <summary>The first command that a newcomer types.</summary>
public sealed class DemoTests
{
    [Fact]
    public void The_demo_leaves_a_report_and_a_profile_without_a_doubt_also_the_second_time()
    {
        using var folder = new TemporaryFolder();
        var first = KeelRun.Here("demo", "--out", folder["my demo"], "--json");
        var second = KeelRun.Here("demo", "--out", folder["my demo"], "--json");
        var check = KeelRun.Here("config", "check", folder["my demo/demo.yaml"]);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.True(File.Exists(second.Document.GetProperty("report").GetString()));
        Assert.True(Directory.Exists(second.Document.GetProperty("catalog").GetString()));
        Assert.Equal(3, second.Document.GetProperty("next").GetArrayLength());
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
    }
}
