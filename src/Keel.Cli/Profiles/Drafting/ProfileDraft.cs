using System.Globalization;
using System.Text;
using Keel.Cli.Console;
using Keel.Domain;
using Keel.Domain.Instruments;

namespace Keel.Cli.Profiles.Drafting;

/// <summary>Writes the YAML of a new profile: the answers, and careful values for all that was not asked, each with its remark.</summary>
internal sealed class ProfileDraft
{
    // The proportions of profile A: of a daily loss of 50, a trade risks 25, a day gives back 75, the account 200, and 300 end it.
    private const decimal TradeOfDay = 0.5m;
    private const decimal DrawdownOfDay = 1.5m;
    private const decimal AccountOfDay = 4m;
    private const decimal KillOfDay = 6m;

    // However large the day's limit, something of the capital is left.
    private const decimal MostOfAccount = 0.8m;
    private const decimal MostOfKill = 0.9m;

    private const int RemarkColumn = 56;
    private readonly StringBuilder text = new();

    private ProfileDraft() { }

    /// <summary>The profile's text; throws when no sensible stop fits into the risk of a trade.</summary>
    public static string Write(ProfileAnswers answers, string name)
    {
        var instrument = answers.Instrument.Instrument;
        var perTrade = answers.DailyLoss.Times(TradeOfDay).At(answers.Capital);
        var stop = DraftStop.Ticks(instrument, perTrade);
        if (instrument.Future is not null && stop < DraftStop.Narrowest)
        {
            throw new UsageException(
                "the daily loss is too small for this instrument",
                $"a trade may lose half of it, {perTrade} dollars, too little for a stop of {DraftStop.Narrowest} ticks in {instrument}",
                "trade a smaller instrument, or raise the daily loss"
            );
        }

        return new ProfileDraft().Write(answers, name, stop);
    }

    private string Write(ProfileAnswers answers, string name, int stop)
    {
        var instrument = answers.Instrument.Instrument;
        Line("# Every key is explained by: ./keel config keys");
        Line($"name: {name}");
        Line($"instrument: {answers.Instrument}");
        Line($"bars: {answers.Bars}");
        Line(instrument.Future is null ? "hours: all" : "hours: rth", "rth (regular hours), eth (the others) or all");
        Line("");
        Line($"strategy: {Strategy(answers.Strategy)}", "the strategy and its own parameters");
        Exits(instrument, stop);
        Line("size: { contracts: 1 }");
        Line("fills: { model: conservative, slippage_ticks: 1 }", "a tick lost at every market or stop fill");
        Costs(instrument);
        Session(answers);
        Risk(answers);
        return text.ToString();
    }

    private void Exits(Instrument instrument, int stop)
    {
        Line("exits:");
        if (instrument.Future is null)
        {
            Line("  stop_percent: 1", "of the entry price");
        }
        else
        {
            Line($"  stop_ticks: {stop}", "fits risk.per_trade, slippage and costs included");
        }

        Line("  target_r: 1.5", "in multiples of the stop's distance");
    }

    private void Costs(Instrument instrument)
    {
        if (DraftStop.PerSide(instrument) is { } fee)
        {
            Line($"costs: {{ per_side: {fee} }}", "dollars a contract and side, as TopstepX took in 2026");
        }
        else
        {
            Line("costs: {}", "the venue's own table by date; or per_side in dollars");
        }
    }

    private void Session(ProfileAnswers answers)
    {
        if (answers.Instrument.Instrument.Future is null || answers.Bars.IsTradingDay)
        {
            Line("session: { calendar: exchange }");
        }
        else if (
            answers.Instrument.Instrument.Calendar is { } calendar
            && calendar.StartsWith("energy", StringComparison.Ordinal)
        )
        {
            Line("session: { no_entry: \"14:15:00\", flat: \"14:25:00\" }", "New York; earlier when the market closes earlier");
        }
        else
        {
            Line("session: { no_entry: \"15:45:00\", flat: \"15:55:00\" }", "New York; earlier when the market closes earlier");
        }
    }

    private void Risk(ProfileAnswers answers)
    {
        var day = answers.DailyLoss;
        var dollars = day.At(answers.Capital).Amount;
        Line("");
        Line("# The account is Keel's own: it starts with this capital and changes by Keel's results only.");
        Line("risk:");
        Line($"  capital: {Dollars(answers.Capital.Amount)}");
        Line($"  per_trade: {day.Times(TradeOfDay)}", "the worst case of a trade, checked before entry");
        Line($"  daily_loss: {day}", "flatten, and wait for the next trading day");
        Line($"  daily_drawdown: {day.Times(DrawdownOfDay)}", "the same, from the day's highest equity");
        Line($"  account_drawdown: {Part(dollars * AccountOfDay, answers.Capital, MostOfAccount)}", "flatten, and wait for you");
        Line($"  kill: {Part(dollars * KillOfDay, answers.Capital, MostOfKill)}", "flatten, and never again on this account");
        Line("  streaks: { 3: 15m, 5: 30m }", "pauses after losses in a row");
    }

    private void Line(string line, string? remark = null) =>
        text.Append(remark is null ? line : $"{line.PadRight(RemarkColumn)} # {remark}").Append('\n');

    private static string Strategy(string name) =>
        name == "ema-cross" ? "{ name: ema-cross, fast: 20, slow: 50 }" : $"{{ name: {name} }}";

    private static string Part(decimal wanted, Money capital, decimal most) => Dollars(Math.Min(wanted, capital.Amount * most));

    private static string Dollars(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);
}
