using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Setup;

namespace Keel.Trading.Tests.Risk;

/// <summary>Proposals, accounts and amounts as the tests of risk need them: MES, stop 8, one tick of slippage a side, $1.22 a round trip.</summary>
internal static class Entry
{
    public const long Second = Timestamp.NanosecondsPerSecond;
    public const long Minute = 60 * Second;

    public static readonly Instrument Mes = InstrumentTable.Find("MES");
    public static readonly Reserve Reserve = new(1, 2, 100);

    /// <summary>Profile A's limits of R10 and of the numbers that everything uses.</summary>
    public static readonly RiskLimits ProfileA = new()
    {
        Capital = Money.From(1000),
        PerTrade = new LossLimit(Money.Zero, 0.025m),
        DailyLoss = new LossLimit(Money.From(50), 0.05m),
        DailyDrawdown = new LossLimit(Money.From(75), 0.075m),
        AccountDrawdown = new LossLimit(Money.From(200), 0),
        Kill = new LossLimit(Money.From(300), 0),
        Floor = Money.From(700),
        Streaks = [new StreakPause(3, Span.FromMinutes(15)), new StreakPause(5, Span.FromMinutes(30))],
    };

    public static long Units(decimal amount) => Money.From(amount).Units;

    public static long At(string newYork) => Days.Wall.At(newYork).UnixNanoseconds;

    /// <summary>An account of these limits that has realised an amount on earlier days.</summary>
    public static RiskAccount Account(RiskLimits limits, decimal realised = 0, TradingNotices? notices = null)
    {
        var account = new RiskAccount(limits, notices ?? TradingNotices.None);
        account.Book(Units(realised), 0, 0);
        account.BeginDay(20_000);
        account.Mark(0, 0);
        return account;
    }

    public static EntryProposal Proposal(int lots = 1, long stop = 8, Side side = Side.Long, long now = 0, long price = 27_600) =>
        new()
        {
            Side = side,
            Now = now,
            Day = 20_000,
            Price = price,
            Lots = lots,
            StopTicks = stop,
            Confidence = double.NaN,
            TickValue = Units(1.25m),
            FeePerSide = Units(0.61m),
            WorstOfOne = Units(((stop + 3) * 1.25m) + 1.22m),
            ExpectedLossOfOne = Units(((stop + 2) * 1.25m) + 1.22m),
        };

    /// <summary>What a control says, as text: <c>ok</c>, or lots, code, need and bound.</summary>
    public static string Says(EntryControl control, EntryProposal proposal)
    {
        var said = control.Review(proposal);
        return said.Lots >= proposal.Lots
            ? "ok"
            : FormattableString.Invariant($"{said.Lots} {said.Code ?? control.Code} {said.Need:0.####}/{said.Bound:0.####}");
    }
}
