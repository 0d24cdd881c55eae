using Keel.Domain;
using Keel.Domain.Markets;

namespace Keel.Trading.Tests.Exchange;

/// <summary>Bars written as text: <c>100 102 99 101 | 101 101 93 95 x20</c> is open, high, low, close and, if told, the volume; one a minute.</summary>
internal static class Bars
{
    public static readonly Timestamp Start = Timestamp.Parse("2024-01-02T15:00:00Z");

    public static Bar[] Of(string text, Timestamp? from = null, int seconds = 60)
    {
        var lines = text.Split('|', StringSplitOptions.TrimEntries);
        var bars = new Bar[lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var words = lines[i].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var volume = words.Length > 4 ? long.Parse(words[4][1..]) : 1000;
            var prices = words.Take(4).Select(word => new Price(long.Parse(word))).ToArray();
            var opens = (from ?? Start) + Span.FromSeconds((long)seconds * i);
            bars[i] = new Bar(opens, prices[0], prices[1], prices[2], prices[3], new Quantity(volume));
        }

        return bars;
    }
}
