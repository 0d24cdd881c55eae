using System.CommandLine;
using System.Reflection;
using Keel.Cli.Console;
using Keel.Cli.Profiles;
using Keel.Cli.Verbs.Data;
using Keel.Strategies.Registry;

namespace Keel.Cli.Verbs.Research;

/// <summary>Options that the verbs of research share.</summary>
internal sealed class ResearchOptions
{
    public Option<string> Config { get; } =
        new("--config")
        {
            Description = "the profile to run",
            HelpName = "FILE.yaml",
            Required = true,
        };

    public Option<string?> Data { get; } =
        new("--data") { Description = "a file of bars, instead of the catalog's", HelpName = "FILE" };

    public Option<string> CatalogFolder { get; } = new DataOptions().CatalogFolder;

    public Option<string[]> Set { get; } =
        new("--set")
        {
            Description = "replace a setting: path.to.key=value; an empty value removes it; may be repeated",
            HelpName = "KEY=VALUE",
            DefaultValueFactory = _ => [],
        };

    public Option<string[]> Assembly { get; } =
        new("--assembly")
        {
            Description = "an assembly with strategies of your own; may be repeated",
            HelpName = "FILE.dll",
            DefaultValueFactory = _ => [],
        };

    public Option<string?> Out { get; } =
        new("--out")
        {
            Description = "the folder for the results (default: a new one below results/backtests)",
            HelpName = "DIR",
        };

    /// <summary>The profile; throws where it is not valid, after saying all that is wrong.</summary>
    public Profile ProfileOf(ParseResult parsed, StrategyKinds kinds) =>
        ProfileOf(parsed, ProfileSource.OfProcess(parsed.GetValue(Set)!, TimeProvider.System) with { Strategies = kinds });

    /// <summary>The profile, as a source decides what it says.</summary>
    public Profile ProfileOf(ParseResult parsed, ProfileSource source)
    {
        var file = parsed.GetRequiredValue(Config);
        return ProfileFile.TryLoad(file, source, out var profile, out var problems)
            ? profile
            : throw new UsageException(
                problems.Count == 1
                    ? $"{file} cannot be used"
                    : $"{file} cannot be used: {problems.Count} problems, the first is",
                problems.Count == 1 ? problems[0].Cause : problems[0].ToString(),
                problems.Count == 1 ? problems[0].Remedy : $"see all with './keel config check {file}'"
            );
    }

    /// <summary>Keel's own strategies and those of the user's assemblies.</summary>
    public StrategyKinds KindsOf(ParseResult parsed)
    {
        var assemblies = new List<Assembly>();
        foreach (var file in parsed.GetValue(Assembly)!)
        {
            assemblies.Add(Load(file));
        }

        try
        {
            return assemblies.Count == 0 ? StrategyKinds.Own : StrategyKinds.With(assemblies);
        }
        catch (StrategyException wrong)
        {
            throw new UsageException("the assembly's strategies cannot be used", wrong.Message, wrong.Remedy);
        }
    }

    private static Assembly Load(string file)
    {
        try
        {
            return System.Reflection.Assembly.LoadFrom(Path.GetFullPath(file));
        }
        catch (Exception trouble) when (trouble is IOException or BadImageFormatException)
        {
            throw new UsageException(
                $"cannot load {file}",
                trouble is FileNotFoundException ? "there is no such file" : "it is no .NET assembly",
                "build your project, and name its .dll"
            );
        }
    }
}
