using System.Diagnostics;
using Keel.Cli.Console;
using Keel.Cli.Profiles.Keys;
using Keel.Cli.Profiles.Values;
using Keel.Data.Events;
using Keel.Domain;
using Keel.Domain.Instruments;
using Keel.Domain.Markets;
using Keel.Domain.Sessions;
using Keel.Research.Backtests;
using Keel.Strategies.Registry;
using Keel.Trading.Days;
using Keel.Trading.Orders;
using Keel.Trading.Setup;

namespace Keel.Cli.Profiles.Plans;

/// <summary>Turns a profile into the parts of a run. Every default that counts is taken here from the schema, so that results can name it.</summary>
internal sealed class ProfilePlan(Profile profile, StrategyKinds kinds)
{
    private readonly Instrument instrument = profile.Instrument.Instrument;

    /// <summary>Throws <see cref="UsageException"/> where the profile cannot be run, before any data are read.</summary>
    public void Check() => Backtest(profile.Bars);

    /// <summary>The plan of a backtest over bars of a length; throws <see cref="UsageException"/> where the profile cannot be run.</summary>
    public BacktestPlan Backtest(BarLength input)
    {
        var kind = FindStrategy();
        var parameters = profile.Parameters.ToDictionary(
            parameter => parameter.Name,
            parameter => parameter.Text,
            StringComparer.Ordinal
        );
        _ = Guarded(() => kind.Create(parameters));
        var hours = ProfileHours.Of(profile);
        var events = Events();
        var fills = new ProfileFills(profile, events);
        var setup = Setup(LengthOf(input), events) with
        {
            OwnHoursOnly = hours.LooksAtAll,
            StrategyBars = input == profile.Bars ? null : () => new BarGrid(hours.Hours, hours.IsRegularOnly, profile.Bars),
            StrategyBarLength = LengthOf(profile.Bars),
        };
        return new BacktestPlan
        {
            Profile = profile.Name,
            Strategy = profile.Strategy,
            Parameters = Settings(kind, parameters),
            Instrument = instrument,
            Bars = profile.Bars,
            Setup = setup,
            NewFills = () => fills.New(setup.Fees, setup.BarLength),
            NewStrategy = () => kind.Create(parameters),
            HasRisk = !profile.RiskIsOff && profile.Has(RiskKeys.Capital),
            DaysPerYear = instrument.Perpetual is null ? 252 : 365,
            BreakEven = BreakEvenOf(setup),
        };
    }

    /// <summary>The day's hours and ends.</summary>
    public DayPlans Days()
    {
        var session = profile.Session;
        var rules = new DayRules
        {
            NoEntry = session.NoEntry,
            Flat = session.Flat,
            Ladder = profile.TryGet(SessionKeys.Ladder, out var ladder)
                ? [.. ladder.Select(step => new LadderStep(step.From, PhaseOf(step.To)))]
                : [],
            Hours = profile.Hours switch
            {
                MarketHours.Regular => TradedHours.Regular,
                MarketHours.Extended => TradedHours.Extended,
                MarketHours.All => TradedHours.All,
            },
            Venue = profile.TryGet(VenueKeys.Name, out var venue) ? VenueDay.TryFind(venue) : null,
            Overnight = profile.Get(SessionKeys.Overnight),
        };
        return ProfileHours.Of(profile).Hours switch
        {
            TradingCalendar calendar => DayPlans.On(calendar, rules),
            ClockHours clock => DayPlans.ByClock(clock, rules),
            var other => throw new UnreachableException($"nobody keeps {other} hours"),
        };
    }

    private StrategyKind FindStrategy() => Guarded(() => kinds.Find(profile.Strategy));

    private T Guarded<T>(Func<T> find)
    {
        try
        {
            return find();
        }
        catch (StrategyException wrong)
        {
            var parameter = profile.Parameters.FirstOrDefault(one => one.Name == wrong.Setting);
            var place = parameter is null ? PlaceOfName : parameter.Place.ToString();
            throw new UsageException($"{place}: the strategy cannot be used", wrong.Message, wrong.Remedy);
        }
    }

    private string PlaceOfName => profile.Given.First(given => given.Key == MarketKeys.Strategy).Node.Place.ToString();

    private TradingSetup Setup(Span barLength, IReadOnlyList<MarketEvent> events)
    {
        var slippage = profile.Get(CostKeys.FillModel) == "optimistic" ? 0 : profile.Get(CostKeys.SlippageTicks);
        var risk = new ProfileRisk(profile, instrument, events);
        var (limits, reserve, exits) = (risk.Limits(), risk.Reserve(slippage), ProfileExits.Of(profile));
        return new TradingSetup
        {
            Instrument = instrument,
            BarLength = barLength,
            Foresight = barLength,
            Plans = Days(),
            Exits = exits,
            Entries = Entries(),
            Fees = ProfileFees.Of(profile, instrument),
            Reserve = reserve,
            SlippageTicks = slippage,
            Limits = limits,
            Controls = account => risk.Controls(limits, account, reserve, barLength, exits.Cooldown),
        };
    }

    private EntryOrders Entries() =>
        profile.Get(CostKeys.OrderType) switch
        {
            "market" => EntryOrders.AtMarket,
            "limit" => new EntryOrders(OrderType.Limit, 0),
            _ => new EntryOrders(OrderType.Limit, profile.Get(CostKeys.SlippageBuffer)),
        };

    /// <summary>The profile's calendar of events; empty where it has none.</summary>
    private IReadOnlyList<MarketEvent> Events()
    {
        if (profile.TryGet(MarketKeys.Events, out var file))
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(profile.Source))!;
            return EventCalendar.Read(Path.Combine(folder, file));
        }

        return profile.Get(RiskKeys.News) || profile.Has(CostKeys.SlippageEventTicks)
            ? throw new UsageException(
                $"{profile.Source} has no calendar of events",
                "risk.news or fills.slippage_event_ticks needs one",
                "add events: FILE.csv, with time,zone,event,importance"
            )
            : [];
    }

    private BreakEven? BreakEvenOf(TradingSetup setup)
    {
        var exits = setup.Exits;
        if (exits.Stop != StopKind.Ticks || exits.Target != TargetKind.Ticks || !instrument.HasFixedPointValue)
        {
            return null;
        }

        var roundTrip = new Money(2 * setup.Fees.Of(0, 0, 1, rested: false)).Amount;
        return BreakEven.InTicks(instrument.TickValue, exits.StopValue, exits.TargetValue, roundTrip, setup.SlippageTicks);
    }

    private List<KeyValuePair<string, string>> Settings(StrategyKind kind, Dictionary<string, string> parameters)
    {
        var settings = new List<KeyValuePair<string, string>>();
        foreach (var given in profile.Given)
        {
            settings.Add(KeyValuePair.Create(given.Key.Path, given.Node.ToString() ?? ""));
        }

        foreach (var setting in kind.Settings)
        {
            settings.Add(
                KeyValuePair.Create(
                    $"strategy.{setting.Name}",
                    parameters.GetValueOrDefault(setting.Name) ?? setting.Standard ?? ""
                )
            );
        }

        return settings;
    }

    // A trading day has no fixed length; what lies between two of them is more than an hour.
    private static Span LengthOf(BarLength bars) => bars.IsTradingDay ? Span.FromHours(23) : bars.Length;

    private static DayPhase PhaseOf(string step) =>
        step switch
        {
            "half_size" => DayPhase.HalfSize,
            "no_entry" => DayPhase.NoEntries,
            "exit_passive" => DayPhase.ExitPassive,
            _ => DayPhase.ExitMarket,
        };
}
