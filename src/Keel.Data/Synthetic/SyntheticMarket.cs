using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Sessions;

namespace Keel.Data.Synthetic;

/// <summary>A market that never was, day by day: the same instrument, sessions, seed and model give the same bytes everywhere.</summary>
public sealed class SyntheticMarket
{
    private const ulong FirstDice = 0;

    private readonly List<TradingSession> sessions;
    private readonly DayPath path;
    private readonly ulong seed;

    /// <summary>A market of an instrument over its sessions; sessions in which nothing trades are left out.</summary>
    public SyntheticMarket(
        Instrument instrument,
        IEnumerable<TradingSession> sessions,
        long seed,
        MarketModel model,
        MarketCharacter? character = null
    )
    {
        Instrument = instrument;
        Model = model;
        Character = character ?? MarketCharacter.Of(instrument);
        this.seed = unchecked((ulong)seed);
        this.sessions = sessions.Where(session => session.Hours is not null).ToList();
        if (this.sessions.Count == 0)
        {
            throw new ArgumentException("a market needs at least one session in which it trades", nameof(sessions));
        }

        path = new DayPath(Character, model, this.seed, this.sessions[0].Day);
    }

    /// <summary>What is traded.</summary>
    public Instrument Instrument { get; }

    /// <summary>How its price moves.</summary>
    public MarketModel Model { get; }

    /// <summary>What sort of market it is.</summary>
    public MarketCharacter Character { get; }

    /// <summary>The sessions in which something trades.</summary>
    public IReadOnlyList<TradingSession> Sessions => sessions;

    /// <summary>The days in order; memory stays that of one day.</summary>
    public IEnumerable<SyntheticDay> Days()
    {
        var state = Beginning();
        for (var index = 0; index < sessions.Count; index++)
        {
            var day = new SyntheticDay(path, sessions[index], index, state, seed);
            yield return day;
            state = day.End();
        }
    }

    /// <summary>One day alone, as it stands in the series. The days before it are walked without being written down.</summary>
    public SyntheticDay Day(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, sessions.Count);
        var state = Beginning();
        var nobody = default(Unwatched);
        for (var before = 0; before < index; before++)
        {
            path.Walk(sessions[before], before, ref state, ref nobody);
        }

        return new SyntheticDay(path, sessions[index], index, state, seed);
    }

    private MarketState Beginning()
    {
        var dice = SplitMix64.For(seed, 0, FirstDice);
        return Weather.Begin(Character.StartPoints / (double)Instrument.Grid.Tick, ref dice);
    }
}
