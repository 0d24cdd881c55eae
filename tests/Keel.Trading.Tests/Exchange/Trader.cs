using System.Globalization;
using System.Text;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Exchange;
using Keel.Trading.Messages;
using Keel.Trading.Orders;

namespace Keel.Trading.Tests.Exchange;

/// <summary>A member of the exchange that sends single orders and writes down what it hears, in ticks of MES.</summary>
internal sealed class Trader : IExchangeMember
{
    private readonly StringBuilder heard = new();
    private long units;
    private int position;

    public Trader(FillRules rules, bool events = false)
    {
        Exchange = new SimulatedExchange(rules, this);
        if (events)
        {
            Exchange.UseEvents();
        }
    }

    public SimulatedExchange Exchange { get; }

    public CommandBuffer Commands { get; } = new();

    public long Now { get; set; } = Bars.Start.UnixNanoseconds;

    public int Day { get; set; } = 19_724;

    public long BarLength => 60 * Timestamp.NanosecondsPerSecond;

    public List<VenueReport> Reports { get; } = new(64);

    /// <summary>Whether what is heard is written down; not while allocation is measured.</summary>
    public bool Writes { get; set; } = true;

    /// <summary>Fills as <c>order:lots@price</c>, ends and changes by their first letters, then what is held and the money.</summary>
    public string Told => $"{heard.ToString().TrimEnd()} | {position} {units / (decimal)Money.UnitsPerWhole:0.00}";

    public void Hear(in VenueReport report)
    {
        Now = Math.Max(Now, report.At);
        if (!Writes)
        {
            return;
        }

        Reports.Add(report);
        var id = report.OrderId;
        switch (report.Kind)
        {
            case ReportKind.Filled:
                heard.Append(
                    CultureInfo.InvariantCulture,
                    $"{id}:{report.Lots}@{report.Price}{(report.IsAmbiguous ? "?" : "")} "
                );
                var side = Sides[id];
                position += (int)side * report.Lots;
                units -= ((int)side * report.Price * report.Lots * 125_000_000L) + report.Fee;
                break;
            case ReportKind.Cancelled:
                heard.Append(CultureInfo.InvariantCulture, $"{id}:ended ");
                break;
            case ReportKind.Rejected:
                heard.Append(CultureInfo.InvariantCulture, $"{id}:rejected ");
                break;
            case ReportKind.CancelRefused:
                heard.Append(CultureInfo.InvariantCulture, $"{id}:too-late ");
                break;
            case ReportKind.Changed when report.Lots > 0:
                heard.Append(CultureInfo.InvariantCulture, $"{id}:now-{report.Lots} ");
                break;
        }
    }

    public Dictionary<long, Side> Sides { get; } = [];

    /// <summary>Sends orders such as <c>1 buy 3 limit 99 group 5; 2 sell 2 trail 95 by 5; 3 buy 1 stoplimit 101 102 day; 4 buy 2 market bracket 8/12</c>; a bracket's stop is 10 × the number + 1, its target + 2.</summary>
    public void Send(string orders)
    {
        foreach (var order in orders.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Write(order.Split(' '));
        }

        Exchange.Take();
    }

    public string Over(string bars) => Over(Bars.Of(bars));

    public string Over(ReadOnlySpan<Bar> bars)
    {
        foreach (ref readonly var bar in bars)
        {
            Now = Math.Max(Now, bar.OpenTime.UnixNanoseconds);
            Exchange.Look(Now);
            if (Exchange.IsTouchedBy(in bar))
            {
                Exchange.Trade(in bar);
            }

            Now = bar.OpenTime.UnixNanoseconds + BarLength;
            Exchange.Watch(in bar);
            Exchange.Close(in bar);
        }

        return Told;
    }

    /// <summary>
    /// Lives through events a second apart: <c>q 99x5 101x5</c> a quote, <c>t 100x3 s</c> a trade (by a seller, b buyer, nothing: not told),
    /// <c>b 99x5 98x7 / 101x5 102x9</c> a book, <c>&gt; 1 buy 3 limit 99</c> an order sent, <c>wait 0.25</c> seconds more before the next.
    /// </summary>
    public string Through(string events)
    {
        Live(events);
        Exchange.Deliver(long.MaxValue - 1);
        return Told.TrimStart();
    }

    /// <summary>The same, and what is on its way afterwards stays on its way.</summary>
    public void Live(string events)
    {
        foreach (var line in events.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "wait")
            {
                Now += (long)(decimal.Parse(words[1]) * Timestamp.NanosecondsPerSecond) - Timestamp.NanosecondsPerSecond;
                continue;
            }

            var at = Now + Timestamp.NanosecondsPerSecond;
            Exchange.Deliver(at);
            Now = at;
            Come(words, line, new Timestamp(at));
        }
    }

    private void Come(string[] words, string line, Timestamp at)
    {
        switch (words[0])
        {
            case ">":
                Send(line[1..].Trim());
                break;
            case "q":
                var (bid, ask) = (Level(words[1]), Level(words[2]));
                Exchange.Step(new Quote(at, bid.Price, bid.Size, ask.Price, ask.Size));
                break;
            case "t":
                var traded = Level(words[1]);
                var by =
                    words.Length < 3 ? Aggressor.Unknown
                    : words[2] == "b" ? Aggressor.Buyer
                    : Aggressor.Seller;
                Exchange.Step(new Trade(at, traded.Price, traded.Size, by));
                break;
            case "b":
                var book = new OrderBook(5);
                var isBid = true;
                foreach (var word in words.Skip(1))
                {
                    if (word == "/")
                    {
                        isBid = false;
                    }
                    else if (isBid)
                    {
                        book.SetBid(at, Level(word));
                    }
                    else
                    {
                        book.SetAsk(at, Level(word));
                    }
                }

                Exchange.Step(book);
                break;
            default:
                throw new FormatException($"no such event: {line}");
        }
    }

    private static BookLevel Level(string word)
    {
        var parts = word.Split('x');
        return new BookLevel(new Price(long.Parse(parts[0])), new Quantity(long.Parse(parts[1])));
    }

    private void Write(string[] words)
    {
        ref var command = ref Commands.Add();
        command.OrderId = long.Parse(words[0]);
        if (words[1] == "cancel")
        {
            command.Kind = CommandKind.Cancel;
            return;
        }

        command.Side = words[1] == "buy" ? Side.Long : Side.Short;
        Sides[command.OrderId] = command.Side;
        command.Lots = int.Parse(words[2]);
        for (var at = 3; at < words.Length; at++)
        {
            switch (words[at])
            {
                case "market":
                    command.Type = OrderType.Market;
                    break;
                case "limit":
                    (command.Type, command.Limit) = (OrderType.Limit, long.Parse(words[++at]));
                    break;
                case "stop":
                    (command.Type, command.Stop) = (OrderType.Stop, long.Parse(words[++at]));
                    command.Purpose = OrderPurpose.Stop;
                    break;
                case "stoplimit":
                    (command.Type, command.Stop, command.Limit) = (
                        OrderType.StopLimit,
                        long.Parse(words[++at]),
                        long.Parse(words[++at])
                    );
                    break;
                case "trail":
                    (command.Type, command.Stop) = (OrderType.TrailingStop, long.Parse(words[++at]));
                    break;
                case "by":
                    command.Trail = int.Parse(words[++at]);
                    break;
                case "group":
                    command.Group = long.Parse(words[++at]);
                    break;
                case "target":
                    command.Purpose = OrderPurpose.Target;
                    break;
                case "day":
                    command.TimeInForce = TimeInForce.Day;
                    break;
                case "ioc":
                    command.TimeInForce = TimeInForce.Immediate;
                    break;
                case "bracket":
                    var offsets = words[++at].Split('/').Select(int.Parse).ToArray();
                    (command.StopOffset, command.TargetOffset) = (offsets[0], offsets[1]);
                    (command.StopId, command.TargetId) = ((command.OrderId * 10) + 1, (command.OrderId * 10) + 2);
                    Sides[command.StopId] = Sides[command.TargetId] = command.Side == Side.Long ? Side.Short : Side.Long;
                    break;
                default:
                    throw new FormatException($"no such word: {words[at]}");
            }
        }
    }
}
