using Keel.Cli.Profiles.Values;
using Keel.Domain;

namespace Keel.Cli.Profiles.Keys;

/// <summary>What the gate asks of this profile, beside what it asks of all; one that is not named is not asked.</summary>
internal static class CriteriaKeys
{
    public static readonly KeySection Section = new("criteria");

    public static readonly ProfileKey<decimal> WinRate = Section.May(
        "win_rate",
        Rules.Number(0, 1),
        "At least this part of trades wins."
    );

    public static readonly ProfileKey<decimal> ProfitFactor = Section.May(
        "profit_factor",
        Rules.Number(0, 100),
        "Gains are at least this multiple of losses."
    );

    public static readonly ProfileKey<decimal> TradesPerDay = Section.May(
        "trades_per_day",
        Rules.Number(0, 10_000),
        "At least so many trades a day."
    );

    public static readonly ProfileKey<Money> WorstDay = Section.May(
        "worst_day",
        Rules.Amount(0.01m),
        "No day loses more than so many dollars."
    );

    public static readonly ProfileKey<decimal> Sharpe = Section.May(
        "sharpe",
        Rules.Number(-10, 100),
        "The yearly Sharpe ratio of the walk-forward is above this."
    );

    public static readonly ProfileKey<decimal> Calmar = Section.May(
        "calmar",
        Rules.Number(-10, 1000),
        "The Calmar ratio of the walk-forward is above this."
    );

    public static readonly ProfileKey<decimal> Accuracy = Section.May(
        "accuracy",
        Rules.Number(0, 1),
        "More than this part of the predictions is right."
    );

    public static readonly ProfileKey<decimal> Auc = Section.May(
        "auc",
        Rules.Number(0, 1),
        "The area under the curve is above this."
    );

    public static readonly ProfileKey<decimal> Drawdown = Section.May(
        "drawdown",
        Rules.Share(0, 100),
        "The greatest drawdown is below this share."
    );
}
