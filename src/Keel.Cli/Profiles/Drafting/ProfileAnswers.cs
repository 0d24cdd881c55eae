using Keel.Cli.Console;
using Keel.Domain;
using Keel.Domain.Instruments.Symbols;
using Keel.Domain.Markets;
using Keel.Trading.Risk;
using NodaTime;

namespace Keel.Cli.Profiles.Drafting;

/// <summary>The five answers from which a profile is drafted.</summary>
internal sealed record ProfileAnswers(SymbolName Instrument, BarLength Bars, string Strategy, Money Capital, LossLimit DailyLoss)
{
    private const int Patience = 3;

    /// <summary>A file name that says what the profile does.</summary>
    public string SuggestedName => $"{Strategy}-{Instrument.Instrument.Symbol}-{Bars}".ToLowerInvariant();

    /// <summary>
    /// Takes what is given and asks for the rest; an empty answer takes the suggestion. Throws when a given answer is refused, when the
    /// input ends, or when nothing valid came in three attempts.
    /// </summary>
    public static ProfileAnswers Ask(Func<int, string?> given, LocalDate today, TextReader input, TextWriter prompt)
    {
        var answers = new object[ProfileQuestion.All.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            var question = ProfileQuestion.All[i];
            answers[i] = given(i) is { } option ? Given(question, option, today) : Asked(question, today, input, prompt);
        }

        return new ProfileAnswers(
            (SymbolName)answers[0],
            (BarLength)answers[1],
            (string)answers[2],
            (Money)answers[3],
            (LossLimit)answers[4]
        );
    }

    private static object Given(ProfileQuestion question, string answer, LocalDate today) =>
        question.Read(answer, today, out var trouble)
        ?? throw new UsageException($"{question.Option} cannot be used", trouble!.What, trouble.Remedy);

    private static object Asked(ProfileQuestion question, LocalDate today, TextReader input, TextWriter prompt)
    {
        for (var attempt = 0; attempt < Patience; attempt++)
        {
            prompt.Write($"{question.Text} [{question.Standard}] ");
            prompt.Flush();
            if (input.ReadLine() is not { } line)
            {
                prompt.WriteLine();
                break;
            }

            var answer = string.IsNullOrWhiteSpace(line) ? question.Standard : line.Trim();
            if (question.Read(answer, today, out var trouble) is { } value)
            {
                return value;
            }

            prompt.WriteLine($"{trouble!.What}; {trouble.Remedy}");
        }

        throw new UsageException("no profile was made", "a question has no answer", $"give it with {question.Option}");
    }
}
