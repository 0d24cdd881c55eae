using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Profiles;
using Keel.Cli.Profiles.Drafting;

namespace Keel.Cli.Verbs;

/// <summary><c>keel config new</c>: five questions, then a valid profile with a remark beside every line.</summary>
internal static class ConfigNew
{
    private static ProfileSource Process => ProfileSource.OfProcess([], TimeProvider.System);

    /// <summary>The command.</summary>
    public static Command Create(TextWriter output, TextWriter error, TextReader input)
    {
        var options = Array.ConvertAll(
            ProfileQuestion.All,
            question => new Option<string?>(question.Option) { Description = $"{question.Text} ({question.Standard})" }
        );
        var file = new Option<string?>("--out") { Description = "Where to write it; without it configs/NAME.yaml." };
        var force = new Option<bool>("--force") { Description = "Write over a file that is already there." };
        var json = JsonText.Option();
        var command = new Command(
            "new",
            """
            Ask five questions (instrument, bars, strategy, capital, daily loss) and write a valid profile. What is given as an option is not asked.

            Example: ./keel config new --instrument MES --bars 5m --strategy ema-cross --capital 1000 --daily-loss 50 --out my.yaml
            """
        )
        {
            file,
            force,
            json,
        };
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var answers = ProfileAnswers.Ask(index => parsed.GetValue(options[index]), Process.Today, input, error);
            return answers is null
                ? ConfigVerb.BadConfiguration
                : Write(answers, parsed.GetValue(file), parsed.GetValue(force), parsed.GetValue(json), output, error);
        });
        return command;
    }

    private static int Write(ProfileAnswers answers, string? wanted, bool force, bool json, TextWriter output, TextWriter error)
    {
        var name = wanted is null ? answers.SuggestedName : Path.GetFileNameWithoutExtension(wanted);
        var file = wanted ?? Path.Combine("configs", name + ".yaml");
        if (!ProfileDraft.TryWrite(answers, name, out var text, out var trouble))
        {
            error.WriteLine(trouble);
            return ConfigVerb.BadConfiguration;
        }

        if (!ProfileFile.TryRead(text, file, Process, out _, out var problems))
        {
            foreach (var problem in problems)
            {
                error.WriteLine(problem);
            }

            return ConfigVerb.BadConfiguration;
        }

        if (!TryWrite(file, text, force, error))
        {
            return ConfigVerb.BadConfiguration;
        }

        if (json)
        {
            JsonText.Write(output, new JsonObject { ["file"] = file, ["name"] = name });
        }
        else
        {
            output.WriteLine($"Wrote {file}. Try it: ./keel backtest --config {file}");
        }

        return 0;
    }

    private static bool TryWrite(string file, string text, bool force, TextWriter error)
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
            return true;
        }
        catch (IOException) when (!force && File.Exists(file))
        {
            error.WriteLine($"{file} is already there; choose another name with --out, or write over it with --force");
            return false;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{file} cannot be written: {trouble.Message.TrimEnd('.')}; choose another place with --out");
            return false;
        }
    }
}
