using System.CommandLine;
using Keel.Cli.Profiles;
using Keel.Cli.Worlds;
using Keel.Research.Backtests;
using Keel.Strategies.Registry;
using Keel.Trading.Recording;

namespace Keel.Cli.Verbs.Research;

/// <summary>A run that is to be recorded, and all that its profile was made of.</summary>
internal sealed class RunRecording
{
    private readonly string path;
    private readonly string text;
    private readonly IReadOnlyList<string> overrides;
    private readonly SortedDictionary<string, string> variables;
    private bool hasBegun;

    private RunRecording(
        string path,
        Profile profile,
        string text,
        IReadOnlyList<string> overrides,
        SortedDictionary<string, string> variables
    ) => (this.path, Profile, this.text, this.overrides, this.variables) = (path, profile, text, overrides, variables);

    /// <summary>The profile that runs.</summary>
    public Profile Profile { get; }

    /// <summary>The recording into a file; null without one.</summary>
    public static RunRecording? Of(string? path, ResearchOptions options, ParseResult parsed, StrategyKinds kinds)
    {
        if (path is null)
        {
            return null;
        }

        var seen = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var given = parsed.GetValue(options.Set)!;
        var process = ProfileSource.OfProcess(given, TimeProvider.System);
        var profile = options.ProfileOf(parsed, process with { Variable = Read, Strategies = kinds });
        return new RunRecording(path, profile, File.ReadAllText(parsed.GetRequiredValue(options.Config)), given, seen);

        string? Read(string name)
        {
            var value = process.Variable(name);
            if (value is not null)
            {
                seen[name] = value;
            }

            return value;
        }
    }

    /// <summary>Begins the journal of a plan over a dataset. Data that have to be read again, more carefully, begin it anew.</summary>
    public JournalTape Begin(BacktestPlan plan, string dataset)
    {
        var world = new SystemWorld();
        if (hasBegun)
        {
            world.Files.Delete(path);
        }

        hasBegun = true;
        return new JournalTape(
            world,
            path,
            new RunHeader
            {
                Engine = VersionText.Build,
                Profile = Path.GetFileName(Profile.Source),
                ProfileText = text,
                Overrides = overrides,
                Variables = [.. variables],
                Instrument = Profile.Instrument.ToString(),
                BarLength = plan.Setup.BarLength,
                Dataset = dataset,
            }
        );
    }
}
