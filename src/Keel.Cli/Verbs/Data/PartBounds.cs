using Keel.Cli.Console;
using Keel.Cli.Profiles;
using Keel.Data.Splits;
using Keel.Domain;
using Keel.Domain.Sessions;

namespace Keel.Cli.Verbs.Data;

/// <summary>What <c>--part train</c> means: the instants that a profile's days reach from and to.</summary>
internal static class PartBounds
{
    public static (Timestamp From, Timestamp To) Of(string part, string? config, string? calendar)
    {
        if (config is null)
        {
            throw new UsageException(
                $"--part {part} has no meaning here",
                "parts are named by a profile",
                "add --config FILE.yaml"
            );
        }

        if (!ProfileFile.TryLoad(config, ProfileSource.OfProcess([], TimeProvider.System), out var profile, out var problems))
        {
            throw new UsageException(
                $"{config} is no valid profile",
                problems[0].ToString(),
                $"see './keel config check {config}'"
            );
        }

        var wanted = part switch
        {
            "train" => DataPart.Train,
            "validation" => DataPart.Validation,
            "test" => throw new UsageException(
                "the test part is locked",
                "it is looked at once, when everything else is decided; until then a look at it spoils it",
                "use --part train or --part validation"
            ),
            _ => throw new UsageException(
                $"--part {part} is not known",
                "a profile has the parts train, validation and test",
                "write --part train"
            ),
        };
        var splits = new DataSplits(profile.Data.Train, profile.Data.Validation, profile.Data.Test);
        var bounds = splits.BoundsOf(wanted, TradingCalendar.Find(calendar ?? "continuous"));
        return bounds is not null
            ? (bounds.Start, bounds.End)
            : throw new UsageException(
                $"{config} has no {part} part",
                $"data.{part} is not given, or nothing trades in it",
                $"add data.{part}, such as 2019-05..2022-12"
            );
    }
}
