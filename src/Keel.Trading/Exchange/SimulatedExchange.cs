using System.Runtime.CompilerServices;
using Keel.Domain.Markets;
using Keel.Trading.Core;
using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Exchange;

/// <summary>
/// An exchange made of bars: takes the core's commands, fills its orders by a stated model, and reports as a venue would. Inside a bar the
/// order of events is not known, so the worse one is taken: stops before targets, and a target never fills on the bar in which a limit entered.
/// </summary>
public sealed class SimulatedExchange(FillRules rules, TradingCore core)
{
    private readonly int through = rules.Through;
    private readonly bool isOptimistic = rules.Model == FillModel.Optimistic;
    private readonly long latency = rules.Model == FillModel.Realistic ? rules.Latency.Nanoseconds : 0;
    private RestingOrder[] orders = new RestingOrder[16];
    private int count;
    private int markets;
    private long upper = long.MaxValue;
    private long lower = long.MinValue;
    private long tradeId;
    private bool isInside;
    private Bar last;

    /// <summary>How many orders rest.</summary>
    public int Count => count;

    /// <summary>Whether a bar could touch any order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsTouchedBy(in Bar bar) => markets > 0 || bar.High.InTicks >= upper || bar.Low.InTicks <= lower;

    /// <summary>Goes through a bar: market orders at its open, then stops, then limits, until nothing fills any more.</summary>
    public void Trade(in Bar bar)
    {
        FillMarkets(in bar);
        isInside = true;
        while (FillStop(in bar) || FillLimit(in bar)) { }
        isInside = false;
        for (var i = 0; i < count; i++)
        {
            orders[i].IsBornInside = false;
        }

        FindEdges();
    }

    /// <summary>Takes all commands that the core has given, and those that come of them.</summary>
    public void Take()
    {
        var commands = core.Commands;
        for (var i = 0; i < commands.Count; i++)
        {
            var command = commands[i];
            switch (command.Kind)
            {
                case CommandKind.Submit:
                    Submit(in command);
                    break;
                case CommandKind.Change:
                    Change(in command);
                    break;
                case CommandKind.Cancel:
                    Cancel(command.OrderId);
                    break;
                case CommandKind.Ask:
                    Say(IsResting(command.OrderId) ? ReportKind.Accepted : ReportKind.Cancelled, command.OrderId);
                    break;
            }
        }

        commands.Clear();
        FindEdges();
    }

    /// <summary>Remembers the last bar: there an optimist fills, and there the data may end.</summary>
    public void Close(in Bar bar) => last = bar;

    /// <summary>The data have ended: market orders fill at the last close.</summary>
    public void End()
    {
        for (var i = 0; i < count; )
        {
            i = orders[i].IsMarket ? FillAtClose(i) : i + 1;
        }
    }

    private int FillAtClose(int at)
    {
        var slip = isOptimistic ? 0 : rules.Slippage.Ticks(in last);
        var price = last.Close.InTicks;
        Fill(
            at,
            price,
            slip,
            orders[at].Lots - orders[at].Filled,
            last.OpenTime.UnixNanoseconds,
            price,
            price,
            inside: false,
            ambiguous: false
        );
        Take();
        return 0;
    }

    private void FillMarkets(in Bar bar)
    {
        var (at, ends) = (bar.OpenTime.UnixNanoseconds, bar.OpenTime.UnixNanoseconds + core.BarLength);
        for (var i = 0; i < count && markets > 0; )
        {
            ref readonly var order = ref orders[i];
            if (!order.IsMarket || order.ActiveFrom >= ends)
            {
                i++;
                continue;
            }

            // What comes after the open meets a price between open and close; the worse of the two is taken.
            var (open, close) = (bar.Open.InTicks, bar.Close.InTicks);
            var isLate = order.ActiveFrom > at;
            var price =
                !isLate ? open
                : order.Side == Side.Long ? Math.Max(open, close)
                : Math.Min(open, close);
            var lots = Fillable(in bar, order.Lots - order.Filled);
            var before = order.Id;
            if (isLate)
            {
                Fill(i, price, Slip(in bar), lots, at, bar.Low.InTicks, bar.High.InTicks, inside: true, ambiguous: false);
            }
            else
            {
                Fill(i, price, Slip(in bar), lots, at, price, price, inside: false, ambiguous: false);
            }

            Take();
            i = i < count && orders[i].Id == before ? i + 1 : 0;
        }
    }

    private bool FillStop(in Bar bar)
    {
        var (low, high, open) = (bar.Low.InTicks, bar.High.InTicks, bar.Open.InTicks);
        for (var i = 0; i < count; i++)
        {
            ref var order = ref orders[i];
            if (!order.IsStop || !order.IsStopReached(low, high))
            {
                continue;
            }

            if (order.Type == OrderType.StopLimit)
            {
                order.IsTriggered = true;
                return true;
            }

            var gapped = !order.IsBornInside && (order.Side == Side.Long ? open > order.Stop : open < order.Stop);
            var price = gapped ? open : order.Stop;
            var ambiguous = !gapped && IsOtherLegReached(in order, low, high);
            Fill(
                i,
                price,
                Slip(in bar),
                order.Lots - order.Filled,
                bar.OpenTime.UnixNanoseconds,
                low,
                high,
                inside: true,
                ambiguous
            );
            Take();
            return true;
        }

        return false;
    }

    private bool FillLimit(in Bar bar)
    {
        var (low, high) = (bar.Low.InTicks, bar.High.InTicks);
        for (var i = 0; i < count; i++)
        {
            ref readonly var order = ref orders[i];
            if (!order.IsLimit || order.IsBornInside || !order.IsLimitReached(low, high, through))
            {
                continue;
            }

            var lots = Fillable(in bar, order.Lots - order.Filled);
            if (lots < order.Lots - order.Filled)
            {
                // The rest waits for the next bar.
                orders[i].IsBornInside = true;
            }

            Fill(i, order.Limit, 0, lots, bar.OpenTime.UnixNanoseconds, low, high, inside: true, ambiguous: false);
            Take();
            return true;
        }

        return false;
    }

    private int Fillable(in Bar bar, int lots) =>
        rules.Model == FillModel.Realistic ? (int)Math.Min(lots, Math.Max(1, (long)(bar.Volume.Lots * rules.VolumeShare))) : lots;

    private long Slip(in Bar bar) => isOptimistic ? 0 : rules.Slippage.Ticks(in bar);

    private bool IsOtherLegReached(in RestingOrder stop, long low, long high)
    {
        for (var i = 0; i < count; i++)
        {
            ref readonly var other = ref orders[i];
            if (
                other.Seat == stop.Seat
                && other.IsLimit
                && other.Purpose == OrderPurpose.Target
                && !other.IsBornInside
                && other.IsLimitReached(low, high, through)
            )
            {
                return true;
            }
        }

        return false;
    }

    private void Fill(int at, long price, long slip, int lots, long time, long low, long high, bool inside, bool ambiguous)
    {
        ref var order = ref orders[at];
        var paid = price + ((int)order.Side * slip);
        var report = new VenueReport
        {
            Kind = ReportKind.Filled,
            InsideBar = inside,
            IsAmbiguous = ambiguous,
            Lots = lots,
            OrderId = order.Id,
            TradeId = ++tradeId,
            At = time,
            Price = paid,
            Slippage = slip,
            Fee = rules.Fees.Of(core.Day, paid, lots, rested: order.IsLimit),
            Low = low,
            High = high,
        };
        order.Filled += lots;
        var group = order.Group;
        if (order.Filled == order.Lots)
        {
            Remove(at);
        }

        core.Step(in report);
        if (group != 0)
        {
            EndGroup(group);
        }
    }

    private void Submit(in Command command)
    {
        if (count == orders.Length)
        {
            Array.Resize(ref orders, count * 2);
        }

        orders[count++] = RestingOrder.Of(in command, core.Now + latency, isInside);
        markets += command.Type == OrderType.Market ? 1 : 0;
        Say(ReportKind.Accepted, command.OrderId);
        if (
            isOptimistic
            && command.Type == OrderType.Market
            && !isInside
            && last.OpenTime.UnixNanoseconds + core.BarLength == core.Now
        )
        {
            for (var i = 0; i < count; i++)
            {
                if (orders[i].Id == command.OrderId)
                {
                    var price = last.Close.InTicks;
                    Fill(i, price, 0, command.Lots, last.OpenTime.UnixNanoseconds, price, price, inside: false, ambiguous: false);
                    return;
                }
            }
        }
    }

    private void Change(in Command command)
    {
        for (var i = 0; i < count; i++)
        {
            ref var order = ref orders[i];
            if (order.Id == command.OrderId && command.Lots > order.Filled)
            {
                (order.Lots, order.Limit, order.Stop) = (command.Lots, command.Limit, command.Stop);
                Say(ReportKind.Changed, command.OrderId);
                return;
            }
        }

        Say(ReportKind.ChangeRefused, command.OrderId);
    }

    private void Cancel(long id)
    {
        for (var i = 0; i < count; i++)
        {
            if (orders[i].Id == id)
            {
                Remove(i);
                Say(ReportKind.Cancelled, id);
                return;
            }
        }

        Say(ReportKind.CancelRefused, id);
    }

    private bool IsResting(long id)
    {
        for (var i = 0; i < count; i++)
        {
            if (orders[i].Id == id)
            {
                return true;
            }
        }

        return false;
    }

    private void EndGroup(long group)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            if (i < count && orders[i].Group == group)
            {
                var id = orders[i].Id;
                Remove(i);
                Say(ReportKind.Cancelled, id);
            }
        }
    }

    private void Say(ReportKind kind, long id)
    {
        var report = new VenueReport
        {
            Kind = kind,
            OrderId = id,
            At = core.Now,
        };
        core.Step(in report);
    }

    private void Remove(int at)
    {
        markets -= orders[at].IsMarket ? 1 : 0;
        count--;
        for (var i = at; i < count; i++)
        {
            orders[i] = orders[i + 1];
        }
    }

    /// <summary>The prices at which the next order would be touched, so that most bars cost two comparisons.</summary>
    private void FindEdges()
    {
        (upper, lower) = (long.MaxValue, long.MinValue);
        for (var i = 0; i < count; i++)
        {
            ref readonly var order = ref orders[i];
            if (order.IsStop)
            {
                if (order.Side == Side.Long)
                {
                    upper = Math.Min(upper, order.Stop);
                }
                else
                {
                    lower = Math.Max(lower, order.Stop);
                }
            }
            else if (order.IsLimit)
            {
                if (order.Side == Side.Long)
                {
                    lower = Math.Max(lower, order.Limit - through);
                }
                else
                {
                    upper = Math.Min(upper, order.Limit + through);
                }
            }
        }
    }
}
