using System.Buffers;
using System.Text;
using System.Text.Json;
using Keel.Domain;
using Keel.Domain.Sessions;
using Keel.Research.Backtests;
using Keel.Trading.Ledger;
using Keel.Trading.Orders;
using NodaTime;

namespace Keel.Research.Reports;

/// <summary>What the page's script draws from: columns of plain numbers, times as differences, so that 100,000 trades stay some megabytes.</summary>
internal static class ReportData
{
    /// <summary>The data of the whole page, or of one chart, as JSON that may stand inside a script element.</summary>
    public static string Of(BacktestResult result, ChartSet charts)
    {
        var bytes = new ArrayBufferWriter<byte>(1 << 16);
        // The writer's own encoder writes < > & ' as \u sequences: nothing in a name can close the element.
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("symbol", result.Instrument.Symbol);
            json.WriteNumber("tick", result.Instrument.Grid.Tick);
            json.WriteNumber("decimals", result.Instrument.Grid.Decimals);
            var (first, last) = Reach(result);
            WriteColumn(json, "range", [first, last], (bound, to) => to.WriteNumberValue(Seconds(bound)));
            WriteZone(json, first, last);
            WriteTrades(json, result, charts);
            if (charts == ChartSet.All)
            {
                WriteBars(json, result);
                WriteLevels(json, result);
                WriteGroups(json, "hours", GroupMean.ByHour(result.Trades));
                WriteGroups(json, "weekdays", GroupMean.ByWeekday(result.Trades));
                WriteSharpe(json, RollingSharpe.Of(result.Days, result.Capital, result.DaysPerYear));
                WriteRandom(json, result);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>From the first bar or fill to the last.</summary>
    private static (Timestamp First, Timestamp Last) Reach(BacktestResult result)
    {
        var first = result.Start ?? Timestamp.MaxValue;
        var last = result.End ?? Timestamp.MinValue;
        foreach (var trade in result.Trades)
        {
            first = trade.EntryTime < first ? trade.EntryTime : first;
            last = trade.ExitTime > last ? trade.ExitTime : last;
        }

        return first > last ? (default, default) : (first, last);
    }

    private static void WriteZone(Utf8JsonWriter json, Timestamp first, Timestamp last)
    {
        var zone = TradingZones.NewYork;
        var intervals = zone.GetZoneIntervals(first.ToInstant(), last.ToInstant() + Duration.FromDays(1)).ToList();
        json.WriteStartObject("zone");
        WriteColumn(
            json,
            "from",
            intervals,
            (part, to) => to.WriteNumberValue(part.HasStart ? part.Start.ToUnixTimeSeconds() : 0)
        );
        WriteColumn(json, "offset", intervals, (part, to) => to.WriteNumberValue(part.WallOffset.Seconds));
        json.WriteEndObject();
    }

    private static void WriteTrades(Utf8JsonWriter json, BacktestResult result, ChartSet charts)
    {
        var trades = result.Trades;
        var decimals = result.Instrument.Grid.Decimals + 2;
        var tick = result.Instrument.Grid.Tick;
        json.WriteStartObject("trades");
        var before = default(Timestamp);
        WriteColumn(
            json,
            "exit",
            trades,
            (trade, to) =>
            {
                to.WriteNumberValue(Seconds(trade.ExitTime) - Seconds(before));
                before = trade.ExitTime;
            }
        );
        WriteColumn(json, "gross", trades, (trade, to) => to.WriteNumberValue(trade.Gross.Amount));
        WriteColumn(json, "costs", trades, (trade, to) => to.WriteNumberValue((trade.Slippage + trade.Commission).Amount));
        WriteColumn(
            json,
            "ambiguous",
            Enumerable.Range(0, trades.Count).Where(at => trades[at].IsAmbiguous),
            (at, to) => to.WriteNumberValue(at)
        );
        WriteColumn(json, "reasons", Enum.GetValues<ExitReason>(), (reason, to) => to.WriteStringValue(ExitWords.Of(reason)));
        if (charts == ChartSet.All)
        {
            WriteColumn(
                json,
                "hold",
                trades,
                (trade, to) => to.WriteNumberValue(Seconds(trade.ExitTime) - Seconds(trade.EntryTime))
            );
            WriteColumn(
                json,
                "size",
                trades,
                (trade, to) => to.WriteNumberValue(trade.Contracts * (trade.Side == Side.Short ? -1 : 1))
            );
            WriteColumn(json, "in", trades, (trade, to) => to.WriteNumberValue(Points(trade.EntryPrice)));
            WriteColumn(json, "out", trades, (trade, to) => to.WriteNumberValue(Points(trade.ExitPrice)));
            WriteColumn(json, "mae", trades, (trade, to) => to.WriteNumberValue(trade.WorstOpen.Amount));
            WriteColumn(json, "mfe", trades, (trade, to) => to.WriteNumberValue(trade.BestOpen.Amount));
            WriteColumn(json, "reason", trades, (trade, to) => to.WriteNumberValue((int)trade.Reason));
        }

        json.WriteEndObject();

        decimal Points(decimal ticks) => Shortest(decimal.Round(ticks * tick, decimals));
    }

    private static void WriteBars(Utf8JsonWriter json, BacktestResult result)
    {
        var bars = result.Picture;
        var before = default(Timestamp);
        json.WriteStartObject("bars");
        json.WriteBoolean("joined", result.Bars is { IsNone: false, IsTradingDay: false } bar && result.PictureStep > bar.Length);
        json.WriteNumber("step", Shortest((decimal)result.PictureStep.TotalSeconds));
        WriteColumn(
            json,
            "time",
            bars,
            (bar, to) =>
            {
                to.WriteNumberValue(Seconds(bar.OpenTime) - Seconds(before));
                before = bar.OpenTime;
            }
        );
        WriteColumn(json, "open", bars, (bar, to) => to.WriteNumberValue(bar.Open.InTicks));
        WriteColumn(json, "high", bars, (bar, to) => to.WriteNumberValue(bar.High.InTicks));
        WriteColumn(json, "low", bars, (bar, to) => to.WriteNumberValue(bar.Low.InTicks));
        WriteColumn(json, "close", bars, (bar, to) => to.WriteNumberValue(bar.Close.InTicks));
        json.WriteEndObject();
    }

    private static void WriteLevels(Utf8JsonWriter json, BacktestResult result)
    {
        if (ProtectionLevels.Of(result.Parameters) is not { } levels)
        {
            json.WriteNull("levels");
            return;
        }

        json.WriteStartObject("levels");
        json.WriteNumber("stop", levels.StopTicks);
        json.WriteNumber("target", levels.TargetTicks);
        json.WriteEndObject();
    }

    private static void WriteGroups(Utf8JsonWriter json, string name, IReadOnlyList<GroupMean> groups) =>
        WriteColumn(
            json,
            name,
            groups,
            (group, to) =>
            {
                to.WriteStartArray();
                to.WriteNumberValue(group.Key);
                to.WriteNumberValue(group.Count);
                WriteRounded(to, group.Mean);
                WriteRounded(to, group.Error);
                to.WriteEndArray();
            }
        );

    private static void WriteSharpe(Utf8JsonWriter json, RollingSharpe? sharpe)
    {
        json.WriteStartObject("sharpe");
        WriteColumn(json, "day", sharpe?.Days ?? [], (day, to) => to.WriteNumberValue(day));
        WriteColumn(json, "value", sharpe?.Values ?? [], (value, to) => WriteRounded(to, value));
        json.WriteEndObject();
    }

    private static void WriteRandom(Utf8JsonWriter json, BacktestResult result)
    {
        if (result.Random is not { } random || result.Trades.Count == 0)
        {
            json.WriteNull("random");
            return;
        }

        json.WriteStartObject("random");
        // A run at random that never entered has no net per trade.
        WriteColumn(json, "net", random.NetPerTrade.Where(double.IsFinite), (net, to) => WriteRounded(to, net));
        json.WriteNumber("strategy", Math.Round((double)result.Trades.Average(trade => trade.Net.Amount), 4));
        json.WriteNumber("costs", random.Costs.Amount);
        json.WriteEndObject();
    }

    private static void WriteColumn<T>(Utf8JsonWriter json, string name, IEnumerable<T> values, Action<T, Utf8JsonWriter> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(value, json);
        }

        json.WriteEndArray();
    }

    private static void WriteRounded(Utf8JsonWriter json, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            json.WriteNumberValue(Math.Round(number, 4));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    /// <summary>Seconds since 1970, to the millisecond.</summary>
    private static decimal Seconds(Timestamp time) => Shortest(Math.Round(time.UnixNanoseconds / 1_000_000m) / 1000m);

    /// <summary>The same number without zeros at its end.</summary>
    private static decimal Shortest(decimal number) => number / 1.0000000000000000000000000000m;
}
