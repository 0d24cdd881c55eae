using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Keel.EndToEnd.Tests.Documents;

/// <summary>Every command that README and the guides show is run, and prints what they show. <c>KEEL_WRITE_DOCS=1</c> writes what it prints now.</summary>
public sealed partial class DocumentTests
{
    private static readonly string Checkout = CheckoutFolder.Path;

    public static TheoryData<string> Documents()
    {
        var all = Directory
            .EnumerateFiles(Path.Combine(Checkout, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Checkout, "README.md"));
        var shown = all.Where(path => ConsoleBlock.Read(File.ReadAllLines(path)).Count > 0);
        return new TheoryData<string>(shown.Select(path => Path.GetRelativePath(Checkout, path)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Commands_print_what_the_document_shows(string document)
    {
        var path = Path.Combine(Checkout, document);
        var lines = File.ReadAllLines(path);
        using var folder = new TemporaryFolder();
        var outputs = new Dictionary<int, IReadOnlyList<string>>();
        var differences = new List<string>();
        foreach (var command in ConsoleBlock.Read(lines))
        {
            outputs[command.Line] = Run(command.Command, folder.Path);
            if (!outputs[command.Line].Select(Masked).SequenceEqual(command.Output.Select(Masked)))
            {
                differences.Add($"{document}:{command.Line + 1}: {command.Command}\n{string.Join('\n', outputs[command.Line])}");
            }
        }

        if (Environment.GetEnvironmentVariable("KEEL_WRITE_DOCS") == "1")
        {
            File.WriteAllLines(path, ConsoleBlock.Replace(lines, outputs));
            return;
        }

        Assert.Empty(differences);
    }

    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var broken =
            from path in Directory
                .EnumerateFiles(Checkout, "*.md")
                .Concat(Directory.EnumerateFiles(Path.Combine(Checkout, "docs"), "*.md", SearchOption.AllDirectories))
            from Match link in Link().Matches(File.ReadAllText(path))
            let target = link.Groups["target"].Value.Split('#')[0]
            where target.Length > 0 && !target.StartsWith("http", StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target))
            select $"{Path.GetRelativePath(Checkout, path)}: {target}";

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    /// <summary>Figures that differ from machine to machine.</summary>
    [GeneratedRegex(
        @"[0-9a-f]{40}|\d+ (GB|MB) free|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC|10\.0\.\d+, \d+ processors",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Varying();

    private static string Masked(string line) => Varying().Replace(line.TrimEnd(), "#");

    private static List<string> Run(string command, string folder)
    {
        // What a reader types is ./keel; here it is the program that was built with the tests, without the launcher's build.
        var launcher = Path.Combine(folder, "keel");
        if (!File.Exists(launcher))
        {
            File.WriteAllText(
                launcher,
                $"#!/usr/bin/env bash\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "keel.dll")}' \"$@\"\n"
            );
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(launcher, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        var start = new ProcessStartInfo("bash", ["-o", "pipefail", "-c", command + " 2>&1"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment.Remove("KEEL_CATALOG");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Length == 0 ? [] : output.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd()).ToList();
    }
}
