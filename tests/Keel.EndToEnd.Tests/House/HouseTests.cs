using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Keel.EndToEnd.Tests.House;

public sealed partial class HouseTests
{
    private static readonly string Checkout = CheckoutFolder.Path;

    [Fact]
    public void References_between_projects_point_down_only() => Assert.Empty(Arrows.Wrong(Path.Combine(Checkout, "src")));

    [Fact]
    public void A_reference_that_points_up_is_found()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "Keel.Domain/Keel.Domain.csproj",
            """<Project><ItemGroup><ProjectReference Include="..\Keel.Data\Keel.Data.csproj" /></ItemGroup></Project>"""
        );
        folder.Write(
            "Keel.Live/Keel.Live.csproj",
            """<Project><ItemGroup><ProjectReference Include="../Keel.Indicators/Keel.Indicators.csproj" /></ItemGroup></Project>"""
        );
        folder.Write("Keel.Utils/Keel.Utils.csproj", "<Project />");

        Assert.Equal(["Keel.Domain -> Keel.Data", "Keel.Utils has no place in the house"], Arrows.Wrong(folder.Path));
    }

    [Fact]
    public void Every_source_project_has_a_test_project()
    {
        var tests = Directory
            .EnumerateDirectories(Path.Combine(Checkout, "tests"), "*.Tests")
            .Select(Path.GetFileName)
            .ToHashSet();
        var sources = Directory
            .EnumerateDirectories(Path.Combine(Checkout, "src"))
            .Select(folder => Path.GetFileName(folder) + ".Tests");

        Assert.Empty(sources.Where(name => !tests.Contains(name)));
    }

    [Fact]
    public void The_domain_depends_on_NodaTime_and_nothing_else()
    {
        var packages = XDocument
            .Load(Path.Combine(Checkout, "src/Keel.Domain/Keel.Domain.csproj"))
            .Descendants("PackageReference")
            .Where(package => (string?)package.Attribute("PrivateAssets") != "all")
            .Select(package => (string)package.Attribute("Include")!);

        Assert.Equal(["NodaTime"], packages);
    }

    [Fact]
    public void No_project_file_repeats_what_the_build_properties_say()
    {
        var central = XDocument
            .Load(Path.Combine(Checkout, "Directory.Build.props"))
            .Descendants("PropertyGroup")
            .Elements()
            .Select(property => property.Name.LocalName)
            .ToHashSet();
        var repeated =
            from file in ProjectFiles()
            from property in XDocument.Load(file).Descendants("PropertyGroup").Elements()
            where central.Contains(property.Name.LocalName)
            select $"{Path.GetFileName(file)}: {property.Name.LocalName}";

        Assert.Empty(repeated);
    }

    [Fact]
    public void Every_package_is_pinned_centrally_and_locked()
    {
        var versions = ProjectFiles()
            .Where(file =>
                XDocument.Load(file).Descendants("PackageReference").Any(package => package.Attribute("Version") is not null)
            );
        var unlocked = ProjectFiles()
            .Where(file => !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "packages.lock.json")));

        Assert.Empty(versions);
        Assert.Empty(unlocked);
    }

    [Fact]
    public void Every_dependency_is_explained()
    {
        var explained = File.ReadAllText(Path.Combine(Checkout, "docs/dependencies.md"));
        var packages = XDocument
            .Load(Path.Combine(Checkout, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => (string)package.Attribute("Include")!);

        Assert.Empty(packages.Where(package => !explained.Contains(package, StringComparison.Ordinal)));
    }

    [Fact]
    public void Lock_files_record_no_download_addresses()
    {
        var locks = Directory
            .EnumerateFiles(Checkout, "package-lock.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal));

        Assert.Empty(locks.Where(file => File.ReadAllText(file).Contains("\"resolved\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("tests/peers")]
    public void Every_npm_package_that_is_asked_for_is_locked(string folder)
    {
        using var asked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout, folder, "package.json")));
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(Checkout, folder, "package-lock.json")));
        var missing =
            from kind in (string[])["dependencies", "optionalDependencies"]
            where asked.RootElement.TryGetProperty(kind, out _)
            from package in asked.RootElement.GetProperty(kind).EnumerateObject()
            where !locked.RootElement.GetProperty("packages").TryGetProperty($"node_modules/{package.Name}", out _)
            select package.Name;

        Assert.Empty(missing);
    }

    [Fact]
    public void Source_files_are_small()
    {
        var large =
            from file in SourceFiles("src").Concat(SourceFiles("tests"))
            let lines = File.ReadLines(file).Count()
            where lines > 450
            select $"{Path.GetRelativePath(Checkout, file)}: {lines} lines";

        Assert.Empty(large);
    }

    [Fact]
    public void Folders_are_nouns_of_the_domain()
    {
        string[] empty = ["Utils", "Util", "Helpers", "Helper", "Common", "Managers", "Misc", "Services"];
        var folders = Directory
            .EnumerateDirectories(Path.Combine(Checkout, "src"), "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetFileName(folder));

        Assert.Empty(folders.Intersect(empty, StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void Nothing_in_the_repository_names_a_machine_or_a_registry()
    {
        var forbidden = Forbidden();
        var found =
            from file in Tracked()
            from line in File.ReadLines(file).Select((text, index) => (text, Number: index + 1))
            where forbidden.IsMatch(line.text)
            select $"{Path.GetRelativePath(Checkout, file)}:{line.Number}";

        Assert.Empty(found);
    }

    [GeneratedRegex(
        @"/(work|root|farm|home)/[a-z]|registry[.]npmjs|api[.]nuget[.]org|deb[.]debian[.]org",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Forbidden();

    private static IEnumerable<string> ProjectFiles() =>
        new[] { "src", "tests", "bench" }
            .Select(folder => Path.Combine(Checkout, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Checkout, folder), "*.cs", SearchOption.AllDirectories);

    private static IEnumerable<string> Tracked()
    {
        string[] folders = ["src", "tests", "bench", "docs", "configs", ".github", ".ci"];
        string[] skipped = [".png", ".lock.json"];
        return folders
            .Select(folder => Path.Combine(Checkout, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Checkout))
            .Where(file =>
                !file.Contains("node_modules", StringComparison.Ordinal)
                && !file.EndsWith("HouseTests.cs", StringComparison.Ordinal)
                && !skipped.Any(file.EndsWith)
            );
    }
}
