using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Cli.Profiles;
using Keel.Cli.Profiles.Drafting;

namespace Keel.Cli.Verbs;

/// <summary><c>keel config new</c>: five questions, then a valid profile with a remark beside every line that needs one.</summary>
internal static class ConfigNew
{
    private static ProfileSource Process => ProfileSource.OfProcess([], TimeProvider.System);

    /// <summary>The verb.</summary>
    public static Verb Create(TextReader input)
    {
        var options = Array.ConvertAll(
            ProfileQuestion.All,
            question => new Option<string?>(question.Option) { Description = $"{question.Text} ({question.Standard})" }
        );
        var file = new Option<string?>("--out") { Description = "where to write it; without it configs/NAME.yaml" };
        var force = new Option<bool>("--force") { Description = "write over a file that is already there" };
        var verb = new Verb(
            "new",
            "Ask five questions (instrument, bars, strategy, capital, daily loss) and write a valid profile. What is given as an option is not asked.",
            "./keel config new",
            "./keel config new --instrument MES --bars 5m --strategy ema-cross --capital 1000 --daily-loss 50 --out my.yaml"
        );
        foreach (var option in options)
        {
            verb.Add(option);
        }

        verb.Add(file);
        verb.Add(force);
        return verb.Does(
            (parsed, terminal, _) =>
            {
                var answers = ProfileAnswers.Ask(index => parsed.GetValue(options[index]), Process.Today, input, terminal.Error);
                return Make(answers, parsed.GetValue(file), parsed.GetValue(force), terminal);
            }
        );
    }

    private static int Make(ProfileAnswers answers, string? wanted, bool force, Terminal terminal)
    {
        var name = wanted is null ? answers.SuggestedName : Path.GetFileNameWithoutExtension(wanted);
        var file = wanted ?? Path.Combine("configs", name + ".yaml");
        var text = ProfileDraft.Write(answers, name);
        var valid = ProfileFile.TryRead(text, file, Process, out _, out var problems);
        ConfigVerb.WriteProblems(problems, terminal);
        if (valid)
        {
            Save(file, text, force);
            terminal.Line($"Wrote {file}. Check it after changes: ./keel config check {file}");
        }

        terminal.Document(
            new JsonObject
            {
                ["file"] = valid ? file : null,
                ["name"] = name,
                ["problems"] = ConfigVerb.Document(problems),
            }
        );
        return valid ? ExitCode.Done : ExitCode.Usage;
    }

    private static void Save(string file, string text, bool force)
    {
        try
        {
            if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
            }

            // CreateNew refuses a file that appeared since the question, which a look beforehand would not.
            using var stream = new FileStream(file, force ? FileMode.Create : FileMode.CreateNew);
            using var writer = new StreamWriter(stream);
            writer.Write(text);
        }
        catch (IOException) when (!force && File.Exists(file))
        {
            throw new UsageException(
                $"{file} is kept",
                "it is already there",
                "choose another name with --out, or write over it with --force"
            );
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be written", trouble.Message, "choose another place with --out");
        }
    }
}
