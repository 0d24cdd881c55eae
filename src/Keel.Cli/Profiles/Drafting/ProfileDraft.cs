using System.Globalization;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Instruments.Costs;
using NodaTime;

namespace Keel.Cli.Profiles.Drafting;

/// <summary>Writes the YAML of a new profile: the answers, and careful values for all that was not asked, each with its remark.</summary>
internal static class ProfileDraft
{
    // The proportions of profile A: of a daily loss of 50, a trade risks 25, a day gives back 75, the account 200, and 300 end it.
    private const decimal TradeOfDay = 0.5m;
    private const decimal DrawdownOfDay = 1.5m;
    private const decimal AccountOfDay = 4m;
    private const decimal KillOfDay = 6m;

    // However large the day's limit, something of the capital is left.
    private const decimal MostOfAccount = 0.8m;
    private const decimal MostOfKill = 0.9m;

    private const string CostTable = "topstepx-2026";
    private static readonly LocalDate CostDay = new(2026, 7, 1);

    /// <summary>The profile's text.</summary>
    public static string Write(ProfileAnswers answers, string name)
    {
        var day = answers.DailyLoss;
        var dollars = day.At(answers.Capital).Amount;
        return $$"""
            # Made by keel config new. Every key is explained by: keel config keys
            name: {{name}}
            instrument: {{answers.Instrument}}
            bars: {{answers.Bars}}
            {{Hours(answers.Instrument.Instrument)}}

            strategy: {{Strategy(answers.Strategy)}}
            exits:
              stop_atr: 1.5             # the stop, in average true ranges; or stop_ticks: 8
              target_r: 1.5             # the target, in multiples of the stop
              time: 2h                  # leave after this time at the latest
            size: { contracts: 1 }
            fills: { model: conservative, slippage_ticks: 1 }
            costs: {{Costs(answers.Instrument.Instrument)}}
            {{Session(answers)}}

            # The account is Keel's own: it starts with this capital and changes by Keel's results only.
            risk:
              capital: {{Dollars(answers.Capital.Amount)}}
              per_trade: {{day.Times(TradeOfDay)}}            # the worst case of one trade, checked before entry
              daily_loss: {{day}}           # flatten, and wait for the next trading day
              daily_drawdown: {{day.Times(DrawdownOfDay)}}       # the same, from the day's highest equity
              account_drawdown: {{Part(dollars * AccountOfDay, answers.Capital, MostOfAccount)}}    # flatten, and wait for you
              kill: {{Part(
                dollars * KillOfDay,
                answers.Capital,
                MostOfKill
            )}}                # flatten, and never again on this account
              streaks: { 3: 15m, 5: 30m }   # pauses after losses in a row

            """;
    }

    private static string Hours(Instrument instrument) =>
        instrument.Future is null
            ? "hours: all                  # it trades round the clock"
            : "hours: rth                  # regular hours; or eth, or all";

    private static string Strategy(string name) =>
        name == "ema-cross" ? "{ name: ema-cross, fast: 20, slow: 50 }" : $"{{ name: {name} }}";

    private static string Costs(Instrument instrument) =>
        FeeSchedule.Find(CostTable).TryFee(instrument, CostDay, out var fee, out _)
            ? $"{{ per_side: {fee.PerSide} }}     # dollars a contract and side, as TopstepX took in 2026"
            : "{}                         # the venue's own table by date; or per_side in dollars";

    private static string Session(ProfileAnswers answers) =>
        answers.Instrument.Instrument.Future is null || answers.Bars.IsTradingDay
            ? "session: { calendar: exchange }"
            : "session: { no_entry: \"15:45:00\", flat: \"15:55:00\" }   # New York; earlier when the market closes earlier";

    private static string Part(decimal wanted, Money capital, decimal most) => Dollars(Math.Min(wanted, capital.Amount * most));

    private static string Dollars(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);
}
