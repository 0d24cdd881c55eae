using System.Runtime.InteropServices;
using Keel.Domain;
using Keel.Domain.Markets;
using Keel.Trading.Core;
using Keel.Trading.Messages;
using Keel.Trading.Orders;
using Keel.Trading.Risk;
using Keel.Trading.Setup;

namespace Keel.Trading.Tests.Core.Chaos;

/// <summary>A core and a chaotic venue through some minutes of a day, with everything written down that went in and came out.</summary>
internal sealed class ChaosRun
{
    private const long Second = ChaoticVenue.Second;

    // 2026-03-04 is a Wednesday in New York's winter: 15:20 there is 20:20 UTC.
    private static readonly long Opens = Timestamp.Parse("2026-03-04T20:20:00Z").UnixNanoseconds;

    private readonly Draws draws;
    private readonly TradingSetup setup;
    private readonly ulong seed;
    private readonly int seats;
    private readonly int lots;
    private long now;

    public ChaosRun(ulong seed, ChaosRules? rules = null, TradingSetup? setup = null, bool onlySeat = false)
    {
        this.seed = seed;
        this.setup = setup ?? ChaosDesk.Setup;
        draws = new Draws(seed);
        var drawn = ChaosRules.Drawn(draws);
        (seats, lots) = (onlySeat ? 1 : draws.Between(1, 2), draws.Between(1, 4));
        Venue = new ChaoticVenue(draws, rules ?? drawn, ChaosDesk.TickValue, ChaosDesk.Fee.Units);
        Core = NewCore();
        now = Opens + (draws.Below(30) * 60 * Second);
        Venue.MoveTo(now);
    }

    public ChaoticVenue Venue { get; }

    public TradingCore Core { get; }

    public List<RecordedInput> Inputs { get; } = [];

    public List<Command[]> Outputs { get; } = [];

    public bool IsTraced { get; set; }

    /// <summary>The lowest that the venue's own account stood, against its beginning, in units.</summary>
    public long LowestWorth { get; private set; }

    /// <summary>A core as it was at the beginning.</summary>
    public TradingCore NewCore() => ChaosDesk.Core(setup, seed, seats, lots);

    /// <summary>Gives recorded inputs to a core from one place on, and compares what it asks for.</summary>
    public void GiveAgain(TradingCore core, int from)
    {
        for (var i = from; i < Inputs.Count; i++)
        {
            Inputs[i].GiveTo(core);
            Assert.True(Same(Outputs[i], core.Commands.All), $"input {i} ({Inputs[i]}) brought other commands");
            core.Commands.Clear();
        }
    }

    /// <summary>So many seconds of chaos.</summary>
    public void Play(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            if (draws.Happens(Venue.Rules.Operator))
            {
                Give(new RecordedInput((OperatorOrder)draws.Below(3), new Timestamp(now)));
            }

            Move();
            PlaySecond(draws.Happens(20) ? draws.Between(2, 90) : 1);
        }
    }

    /// <summary>The venue is well again, the operator flattens: in a minute all is told, flat and quiet.</summary>
    public void Heal()
    {
        Venue.Rules = ChaosRules.Quiet;
        for (var i = 0; i < 60; i++)
        {
            if (i % 5 == 0)
            {
                Give(new RecordedInput(OperatorOrder.Halt, new Timestamp(now)));
            }

            PlaySecond(1);
        }
    }

    private static bool Same(ReadOnlySpan<Command> left, ReadOnlySpan<Command> right) =>
        MemoryMarshal.AsBytes(left).SequenceEqual(MemoryMarshal.AsBytes(right));

    private void Move()
    {
        var step = draws.Happens(Venue.Rules.Jumps) ? draws.Between(-40, 40) : draws.Between(-5, 5);
        Venue.Price = Venue.Bounded(Venue.Price + step, ChaosDesk.StopTicks);
    }

    private void PlaySecond(int length)
    {
        var opens = now;
        now += length * Second;
        Venue.MoveTo(opens);
        Venue.Trade();
        SeeWorth();
        while (true)
        {
            var (due, wake) = (Venue.NextDue, Core.NextWake);
            if (Math.Min(due, wake) > now)
            {
                break;
            }

            if (wake < due)
            {
                Give(new RecordedInput(new Timestamp(wake == long.MinValue ? opens : wake)));
            }
            else if (Venue.TryTell(now, out var report))
            {
                Venue.MoveTo(due);
                Give(new RecordedInput(in report));
            }
        }

        var price = new Price(Venue.Price);
        Venue.MoveTo(now);
        Give(new RecordedInput(new Bar(new Timestamp(now - Second), price, price, price, price, new Quantity(1))));
    }

    private void Give(RecordedInput input)
    {
        var wasHalted = Core.Account.Halt != HaltKind.None && !input.IsResume;
        Inputs.Add(input);
        if (IsTraced)
        {
            Console.WriteLine(input);
        }

        input.GiveTo(Core);
        var commands = Core.Commands.All.ToArray();
        Outputs.Add(commands);
        Core.Commands.Clear();
        foreach (ref readonly var command in commands.AsSpan())
        {
            if (IsTraced)
            {
                Console.WriteLine(
                    $"    {command.Kind} {command.Purpose} {command.OrderId} {command.Side} {command.Lots} limit {command.Limit} stop {command.Stop}"
                );
            }

            var adds = command.Purpose == OrderPurpose.Entry && command.Kind is CommandKind.Submit or CommandKind.Change;
            Assert.False(adds && wasHalted, $"{command.Kind} of entry {command.OrderId} left while trading was stopped");
        }

        Venue.Take(commands);
        SeeWorth();
    }

    private void SeeWorth() => LowestWorth = Math.Min(LowestWorth, Venue.Worth);
}
