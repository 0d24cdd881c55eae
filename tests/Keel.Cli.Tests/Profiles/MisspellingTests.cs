using FsCheck;
using FsCheck.Fluent;
using Keel.Cli.Profiles;
using Keel.Cli.Profiles.Keys;

namespace Keel.Cli.Tests.Profiles;

public class MisspellingTests
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz_0123456789XYZ";

    [Fact]
    public void Every_single_slip_in_a_key_suggests_that_key()
    {
        var slips =
            from key in Gen.Elements<ProfileKey>(ProfileSchema.Keys)
            from segment in Gen.Choose(0, key.Path.Split('.').Length - 1)
            from kind in Gen.Choose(0, 3)
            from position in Gen.Choose(0, 100)
            from letter in Gen.Elements<char>(Letters)
            let slip = Slip(key.Path.Split('.'), segment, kind, position, letter)
            where !IsKnown(slip.Wrong)
            select slip;

        var seed = Config.QuickThrowOnFailure.WithMaxTest(1000).WithReplay(20_251_128, 8_675_309);
        Check.One(seed, Prop.ForAll(slips.ToArbitrary(), slip => Suggests(slip.Wrong, slip.Right)));
    }

    [Theory]
    [InlineData("Daily_Loss", "risk.daily_loss")]
    [InlineData("daily-loss", "risk.daily_loss")]
    [InlineData("daylyloss", "risk.daily_loss")]
    public void A_key_in_another_spelling_suggests_the_key(string wrong, string right) =>
        Assert.True(Suggests($"risk.{wrong}", right));

    private static bool Suggests(string wrong, string right)
    {
        var yaml = "";
        var segments = wrong.Split('.');
        for (var depth = 0; depth < segments.Length; depth++)
        {
            yaml += $"{new string(' ', depth * 2)}{segments[depth]}:{(depth == segments.Length - 1 ? " 1" : "")}\n";
        }

        var problems = Reads.Problems(yaml);
        return problems.Any(problem =>
            problem.Place.Line <= segments.Length
            && problem.Remedy.StartsWith("did you mean ", StringComparison.Ordinal)
            && problem.Remedy["did you mean ".Length..^1].Split(" or ").Contains(right)
        );
    }

    private static bool IsKnown(string path) =>
        ProfileSchema.TryFind(path) is not null || ProfileSchema.TrySection(path) is not null;

    // The whole path with one slip in one of its names, and the path up to that name as it should have been.
    private static (string Wrong, string Right) Slip(string[] names, int segment, int kind, int position, char letter)
    {
        var name = names[segment];
        var at = position % name.Length;
        var slipped = kind switch
        {
            0 when name.Length > 1 => name.Remove(at, 1),
            1 => name.Insert(at, letter.ToString()),
            2 when at + 1 < name.Length => name[..at] + name[at + 1] + name[at] + name[(at + 2)..],
            _ => name[..at] + letter + name[(at + 1)..],
        };
        var wrong = names.ToArray();
        wrong[segment] = slipped;
        return (string.Join('.', wrong), string.Join('.', names[..(segment + 1)]));
    }
}
