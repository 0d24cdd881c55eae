using Keel.Domain;
using Keel.Trading.Risk.Controls;

namespace Keel.Trading.Risk;

/// <summary>Turns named limits into the controls that an entry passes, in the one order that all programs count by.</summary>
/// <remarks>
/// Halts first, then pauses, then what makes no sense, then the size, then what takes lots away, then what refuses, half size last. A
/// limit that is not named does not exist; halts, sanity and unknown orders belong to the invariants and always do.
/// </remarks>
public static class EntryControls
{
    /// <summary>The controls of an account; throws when a limit is named whose facts are missing, since a limit must never be dropped in silence.</summary>
    public static IReadOnlyList<EntryControl> Of(RiskLimits limits, RiskAccount account, EntryFacts facts)
    {
        var controls = new List<EntryControl>(32);
        AddStops(controls, limits, account, facts);
        AddSizes(controls, limits, account, facts);
        AddMoney(controls, limits, account, facts);
        AddRates(controls, limits, account);
        AddMarket(controls, limits, facts);
        controls.Add(new HalfSizeControl());
        return controls;
    }

    /// <summary>Limits that are named but cannot be asked about, since the input has no quotes; a result says so.</summary>
    public static IReadOnlyList<string> NotAsked(RiskLimits limits, EntryFacts facts)
    {
        var codes = new List<string>();
        if (!facts.HasQuotes)
        {
            Note(codes, Reasons.Book, limits.WidestBook is not null);
            Note(codes, Reasons.DataAge, limits.DataAge is not null);
            Note(codes, Reasons.Spread, limits.Breakers?.Spread is not null);
        }

        Note(codes, Reasons.Expiry, limits.Expiry is not null && facts.ContractOn is null);
        return codes;
    }

    private static void Note(List<string> codes, string code, bool isMissing)
    {
        if (isMissing)
        {
            codes.Add(code);
        }
    }

    private static void AddStops(List<EntryControl> controls, RiskLimits limits, RiskAccount account, EntryFacts facts)
    {
        AddHalt(controls, account, Reasons.Kill, limits.Kill is not null);
        AddHalt(controls, account, Reasons.Review, limits.AccountDrawdown is not null);
        AddHalt(controls, account, Reasons.WeeklyLoss, limits.WeeklyLoss is not null);
        AddHalt(controls, account, Reasons.DailyLoss, limits.DailyLoss is not null);
        AddHalt(controls, account, Reasons.DailyDrawdown, limits.DailyDrawdown is not null);
        AddHalt(controls, account, Reasons.GiveBack, limits.GiveBackFrom is not null);
        AddHalt(controls, account, Reasons.Operator, true);
        AddHalt(controls, account, Reasons.Fault, true);
        controls.Add(HaltControl.OfAny(account));
        if (limits.Streaks.Count > 0)
        {
            controls.Add(new PauseControl(account));
        }

        controls.Add(new HoldControl(account));
        if (facts.Cooldown > Span.Zero)
        {
            controls.Add(new CooldownControl());
        }

        controls.Add(new UnknownOrderControl());
        controls.Add(new SanityControl(account));
        if (limits.StopDistance is { } range)
        {
            controls.Add(new StopDistanceControl(range));
        }
    }

    private static void AddHalt(List<EntryControl> controls, RiskAccount account, string reason, bool isNamed)
    {
        if (isNamed)
        {
            controls.Add(new HaltControl(reason, account));
        }
    }

    private static void AddSizes(List<EntryControl> controls, RiskLimits limits, RiskAccount account, EntryFacts facts)
    {
        if (facts.Size is { } size)
        {
            controls.Add(new SizingControl(size, account));
        }

        if (limits.MaxPosition is { } position)
        {
            controls.Add(new PositionSizeControl(position));
        }

        if (limits.PerTrade is { } trade)
        {
            controls.Add(new TradeRiskControl(trade, account));
        }

        if (limits.DailyLoss is not null)
        {
            controls.Add(new DailyWorstCaseControl(account));
        }
    }

    private static void AddMoney(List<EntryControl> controls, RiskLimits limits, RiskAccount account, EntryFacts facts)
    {
        if (limits.Heat is { } heat)
        {
            controls.Add(new HeatControl(heat, account));
        }

        if (facts.Prop is { } prop)
        {
            controls.Add(new PropControl(prop, prop.Rules.ContractsPerLot(facts.Instrument)));
        }

        // What takes lots away has spoken; only now is an order too large, and what follows refuses.
        if (limits.MaxOrder is { } order)
        {
            if (order > OrderSizeControl.Ever && facts.Instrument.Future is not null)
            {
                throw new ArgumentException(
                    $"no order is for more than {OrderSizeControl.Ever} contracts, whatever a profile says"
                );
            }

            controls.Add(new OrderSizeControl(order));
        }

        if (limits.AccountDrawdown is not null || limits.Kill is not null)
        {
            controls.Add(new DrawdownRoomControl(limits, account));
        }

        if (limits.Floor is { } floor)
        {
            controls.Add(new FloorControl(floor, facts.Reserve.Gap, account));
        }

        if (limits.Margin is { } margin)
        {
            controls.Add(new MarginControl(margin, facts.Instrument, account));
        }

        if (limits.Leverage is { } leverage)
        {
            controls.Add(new LeverageControl(leverage, account));
        }
    }

    private static void AddRates(List<EntryControl> controls, RiskLimits limits, RiskAccount account)
    {
        if (limits.TradesPerDay is { } trades)
        {
            controls.Add(new TradesPerDayControl(trades, account));
        }

        if (limits.LossesPerDay is { } losses)
        {
            controls.Add(new LossesPerDayControl(losses, account));
        }

        if (limits.EntriesPerMinute is { } rate)
        {
            controls.Add(new EntryRateControl(rate, account));
        }

        if (limits.Repeats is { } repeats)
        {
            controls.Add(new RepeatedExecutionControl(repeats, account));
        }
    }

    private static void AddMarket(List<EntryControl> controls, RiskLimits limits, EntryFacts facts)
    {
        if (limits.Breakers is not null)
        {
            controls.Add(new ConditionsControl(Needed(facts.Conditions, Reasons.Volatility)));
        }

        if (limits.WidestBook is { } widest && facts.HasQuotes)
        {
            controls.Add(new BookControl(widest, Needed(facts.Conditions, Reasons.Book)));
        }

        if (limits.DataAge is { } age && facts.HasQuotes)
        {
            controls.Add(new DataAgeControl(age, Needed(facts.Conditions, Reasons.DataAge)));
        }

        if (limits.Collar is { } collar)
        {
            controls.Add(new CollarControl(collar, facts.Conditions));
        }

        if (limits.RefusesSelfMatch)
        {
            controls.Add(new SelfMatchControl());
        }

        if (limits.PriceLimits is { } near)
        {
            controls.Add(new PriceLimitControl(near, facts.Instrument, Needed(facts.Conditions, Reasons.PriceLimit)));
        }

        if (limits.Expiry is { } expiry && facts.ContractOn is { } contractOn)
        {
            controls.Add(new ExpiryControl(expiry, contractOn));
        }

        if (limits.News is { } news)
        {
            controls.Add(new NewsControl(news, Needed(facts.Releases, Reasons.News)));
        }
    }

    private static T Needed<T>(T? fact, string code)
        where T : class =>
        fact ?? throw new ArgumentException($"the limit '{code}' is named, and what it needs to know is missing");
}
