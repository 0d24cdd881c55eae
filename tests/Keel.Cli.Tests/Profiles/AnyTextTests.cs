using FsCheck;
using FsCheck.Fluent;
using Keel.Cli.Profiles;

namespace Keel.Cli.Tests.Profiles;

public class AnyTextTests
{
    // What YAML reads in its own way, and what keys and values are made of.
    private static readonly string[] Pieces =
    [
        "risk",
        "exits",
        "size",
        "tiers",
        "stop_ticks",
        "instrument",
        "MES",
        "8",
        "5%",
        "off",
        "${",
        "${X}",
        "}",
        "{",
        "[",
        "]",
        ":",
        ": ",
        "- ",
        ", ",
        "\n",
        "\n  ",
        "\t",
        "#",
        "'",
        "\"",
        "&a ",
        "*a",
        "!!int ",
        "|",
        ">",
        "?",
        "? ",
        "---\n",
        "...\n",
        "%",
        "\0",
        "\r",
        "\uE000",
        "\uFEFF",
        "<<",
        "~",
        "null",
        "\\",
        "@",
        "=",
        ".",
    ];

    [Fact]
    public void Whatever_the_text_the_answer_is_a_profile_or_problems_and_never_a_crash()
    {
        var texts = Gen.Elements<string>(Pieces).ListOf().Select(pieces => string.Concat(pieces));
        var seed = Config.QuickThrowOnFailure.WithMaxTest(1500).WithReplay(20_251_128, 8_675_309);
        Check.One(
            seed,
            Prop.ForAll(texts.ToArbitrary(), text => Told(text) && Told(Reads.Least + text) && Told(Reads.Least, text))
        );
    }

    private static bool Told(string yaml, params string[] overrides) =>
        ProfileFile.TryRead(yaml, "p.yaml", Reads.Source(overrides), out _, out var problems) == (problems.Count == 0);
}
