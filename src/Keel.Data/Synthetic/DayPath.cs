using System.Numerics;
using System.Runtime.CompilerServices;
using Keel.Domain;
using Keel.Domain.Sessions;
using NodaTime;

namespace Keel.Data.Synthetic;

/// <summary>Walks one trading day second by second and shows it to a watcher. All schemas come from this one walk.</summary>
internal sealed class DayPath
{
    // A second has few trades, and all its turns are put into one: a bit more than the half that a random walk's middle would be off.
    private const double SwingScale = 0.8;

    private const long Second = Timestamp.NanosecondsPerSecond;
    private const ulong MinuteDice = 1;
    private const ulong PriceDice = 2;
    private const ulong TradeDice = 3;
    private const ulong EventDice = 4;

    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    private readonly MarketCharacter character;
    private readonly MarketModel model;
    private readonly ulong seed;
    private readonly EdgeSchedule edges;

    public DayPath(MarketCharacter character, MarketModel model, ulong seed, LocalDate firstDay) =>
        (this.character, this.model, this.seed, edges) = (character, model, seed, new EdgeSchedule(model, firstDay));

    /// <summary>Walks the day; the state becomes the one before the next day.</summary>
    public void Walk<TSink>(TradingSession session, int index, ref MarketState state, ref TSink sink)
        where TSink : struct, IMarketSink
    {
        if (session.Hours is not { } hours)
        {
            return;
        }

        var day = (ulong)index;
        var minuteDice = SplitMix64.For(seed, day, MinuteDice);
        var eventDice = SplitMix64.For(seed, day, EventDice);
        var priceDice = SplitMix64.For(seed, day, PriceDice);
        var tradeDice = SplitMix64.For(seed, day, TradeDice);
        Weather.BeginDay(ref state, character, hours.Start.UnixNanoseconds, ref minuteDice);

        var openMinute = MinuteOfDay(hours.Start);
        var events = DayEvents.Of(session, openMinute, character.JumpScale, ref eventDice);
        var calm = model.Kind == MarketKind.RandomWalk;
        var damp = Damping(session.Kind);
        var today = edges.SizeOn(session.Day, index);
        var minutes = (int)(hours.Length.Nanoseconds / (60 * Second));
        var nextJump = calm ? events.Jumps.Count : 0;
        var tally = new MinuteTally { LastWasBuy = state.LastWasBuy };
        var price = state.Price;

        for (var minute = 0; minute < minutes; minute++)
        {
            var minuteOfDay = (openMinute + minute) % 1440;
            var open = hours.Start.UnixNanoseconds + (minute * 60 * Second);
            var edge = today == 0 ? 0 : today * edges.Signal(in state.Flow, minuteOfDay);
            var conditions = Weather.Next(ref state, character, model, minuteOfDay, damp, edge, ref minuteDice);
            tally.Begin(state.Pressure);
            var paused = session.Pause is { } pause && pause.Contains(new Timestamp(open));
            for (var second = minute * 60; second < (minute + 1) * 60; second++)
            {
                var time = hours.Start.UnixNanoseconds + (second * Second);
                var step = (conditions.SecondTicks * priceDice.Normal()) + conditions.DriftTicks;
                while (nextJump < events.Jumps.Count && events.Jumps[nextJump].Second == second)
                {
                    var jump = events.Jumps[nextJump++].Size * 1e-4 * price * damp;
                    step += jump;
                    Weather.Stir(ref state, jump, conditions.SecondTicks * 7.745966692414834);
                }

                var halted = paused || (!calm && second >= events.HaltStart && second < events.HaltStart + DayEvents.HaltSeconds);
                if (halted)
                {
                    sink.Halt(time);
                }
                else
                {
                    Trade(time, price, step, in conditions, ref tally, ref tradeDice, ref sink);
                }

                // A price cannot fall to nothing: it turns back at a hundred ticks.
                price += step;
                price = price < 100 ? 200 - price : price;
            }

            state.Price = price;
            state.Flow.EndMinute(tally.Buys, tally.BoughtLots, tally.Sells, tally.SoldLots, tally.LastPrice);
        }

        state.LastWasBuy = tally.LastWasBuy;
        state.LastClose = hours.End.UnixNanoseconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Trade<TSink>(
        long time,
        double price,
        double step,
        in MinuteConditions conditions,
        ref MinuteTally tally,
        ref SplitMix64 dice,
        ref TSink sink
    )
        where TSink : struct, IMarketSink
    {
        unchecked
        {
            var bits = dice.Next();
            var wide = (uint)(bits & 0xFFFF) < conditions.WideBelow;
            var widerBid = wide && (bits & 0x10000) != 0 ? 1 : 0;
            var widerAsk = wide ? 1 - widerBid : 0;
            if ((uint)(bits >> 32) < conditions.TradedBelow)
            {
                var more = dice.Next();
                var push = step / conditions.SecondTicks;
                var count =
                    1 + (int)(conditions.MoreTrades * (0.4 + (0.75 * Math.Min(4, Math.Abs(push)))) * ExponentialTable.At(more));
                count = Math.Min(count, 200);
                var share = 1.0 / count;
                var slice = Second / count;

                // Inside the second the price swings out and back: its middle is off the straight line as a random walk's would be.
                var swing = conditions.SecondTicks * (BitOperations.PopCount(more >> 16) - 24) * SwingScale;
                var lean = 0.5 + (0.3 * Math.Clamp(push, -1.5, 1.5));
                for (var i = 0; i < count; i++)
                {
                    var draw = dice.Next();
                    var along = (i + 0.5) * share;
                    var here = price + (step * along) + (swing * along * (1 - along));
                    var floor = (int)here;
                    var bid = floor - widerBid;
                    var ask = floor + 1 + widerAsk;
                    var at = time + (i * slice) + (long)((draw >> 44) * (ulong)slice >> 20);

                    // Half of the trades follow the side of the one before, the others lean to where the price goes.
                    var isBuy =
                        (draw & 1) != 0
                            ? tally.LastWasBuy
                            : ((draw >> 1) & 0xFFFF) * (1.0 / 65536) < lean + (0.5 * (here - floor - 0.5));
                    var size = isBuy ? tally.BuyerSize : tally.SellerSize;
                    var lots = 1 + (int)(conditions.MoreLots * size * ExponentialTable.At(draw >> 20));
                    var paid = isBuy ? ask : bid;
                    tally.Add(isBuy, lots, paid);
                    sink.Quote(at, bid, ask, tally.Pressure);
                    sink.Trade(at, paid, lots, isBuy);
                }
            }

            var end = (int)(price + step);
            sink.Quote(time + Second - 1, end - widerBid, end + 1 + widerAsk, tally.Pressure);
            sink.EndSecond(time);
        }
    }

    private static int MinuteOfDay(Timestamp instant)
    {
        var local = instant.ToInstant().InZone(NewYork).TimeOfDay;
        return (local.Hour * 60) + local.Minute;
    }

    private static double Damping(SessionKind kind) =>
        kind switch
        {
            SessionKind.HolidayHalt => 0.4,
            SessionKind.EarlyClose => 0.7,
            SessionKind.Regular or SessionKind.Closed => 1,
        };
}
