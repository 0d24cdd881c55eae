using Keel.Domain.Markets;
using Keel.Trading.Strategies;

namespace Keel.Trading.Tests.Exchange;

/// <summary>Says at the close of numbered bars what a line of text tells it: <c>0 long 8/12; 3 flat</c> (bar, wish, stop/target in ticks).</summary>
internal sealed class ScriptedStrategy(string script) : Strategy
{
    private readonly Dictionary<long, string[]> lines = script
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .ToDictionary(words => long.Parse(words[0]));

    public override void OnBar(in Bar bar, StrategyDesk desk)
    {
        if (!lines.TryGetValue(desk.BarCount - 1, out var words))
        {
            return;
        }

        var distances = words.Length > 2 ? words[2].Split('/').Select(int.Parse).ToArray() : [0, 0];
        switch (words[1])
        {
            case "long":
                desk.Long(stopTicks: distances[0], targetTicks: distances[1]);
                break;
            case "short":
                desk.Short(stopTicks: distances[0], targetTicks: distances[1]);
                break;
            case "flat":
                desk.Flat();
                break;
            default:
                throw new FormatException($"no such wish: {words[1]}");
        }
    }
}
