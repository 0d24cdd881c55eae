using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;

namespace Keel.Data.Synthetic;

/// <summary>One trading day of a synthetic market. Whatever is asked of it shows the same path; days may be asked from several threads.</summary>
public sealed class SyntheticDay
{
    private const ulong BookDice = 5;

    private readonly DayPath path;
    private readonly MarketState start;
    private readonly ulong seed;
    private MarketState? end;

    internal SyntheticDay(DayPath path, TradingSession session, int index, MarketState start, ulong seed) =>
        (this.path, Session, Index, this.start, this.seed) = (path, session, index, start, seed);

    /// <summary>The session whose day it is.</summary>
    public TradingSession Session { get; }

    /// <summary>Which of the market's sessions it is, from 0.</summary>
    public int Index { get; }

    /// <summary>The most bars of one second that the day can have: the room that <see cref="Seconds"/> wants.</summary>
    public int MaxSeconds => (int)(Session.Hours!.Length.Nanoseconds / Timestamp.NanosecondsPerSecond);

    /// <summary>Writes the one-second bars and says how many there are; seconds without a trade have none.</summary>
    public int Seconds(Bar[] into) => Bars(into, Timestamp.NanosecondsPerSecond, MaxSeconds);

    /// <summary>Writes the one-minute bars and says how many there are; minutes without a trade have none.</summary>
    public int Minutes(Bar[] into) => Bars(into, 60 * Timestamp.NanosecondsPerSecond, MaxSeconds / 60);

    /// <summary>Adds the day's trades.</summary>
    public void Trades(List<Trade> into) => Watch(new TradeWriter(into));

    /// <summary>Adds the changes of the best prices; the last one holds until the session's close.</summary>
    public void Quotes(List<QuoteChange> into) => Watch(new QuoteWriter(into));

    /// <summary>Adds the changes of a book of ten levels a side: whole at the open and after a halt, then what changes.</summary>
    public void Book(List<BookChange> into) => Watch(new BookWriter(into, SplitMix64.For(seed, (ulong)Index, BookDice).Next()));

    internal MarketState End()
    {
        if (end is null)
        {
            Watch(default(Unwatched));
        }

        return end!.Value;
    }

    private int Bars(Bar[] into, long length, int room)
    {
        if (into.Length < room)
        {
            throw new ArgumentException($"the day may have {room} bars, there is room for {into.Length}", nameof(into));
        }

        return Watch(new BarWriter(into, length)).Count;
    }

    private TSink Watch<TSink>(TSink sink)
        where TSink : struct, IMarketSink
    {
        var state = start;
        path.Walk(Session, Index, ref state, ref sink);
        end = state;
        return sink;
    }
}
