using System.Diagnostics.CodeAnalysis;
using Keel.Domain;
using Keel.Domain.Facts;
using Keel.Domain.Sessions;
using Keel.Trading.Days;
using NodaTime;

namespace Keel.Trading.PropFirms;

/// <summary>The accounts of prop firms that Keel knows, by name and date.</summary>
public sealed class PropFirmTable
{
    private static readonly Lazy<PropFirmTable> Shipped = new(() =>
        Read(Embedded("accounts"), Embedded("scaling"), Embedded("lots"))
    );

    private static readonly Dictionary<string, TrailBasis> TrailBases = new(StringComparer.Ordinal)
    {
        ["end_of_day_balance"] = TrailBasis.EndOfDayBalance,
        ["intraday_balance"] = TrailBasis.IntradayBalance,
        ["intraday_equity"] = TrailBasis.IntradayEquity,
    };

    private static readonly Dictionary<string, PropMoney> Moneys = new(StringComparer.Ordinal)
    {
        ["balance"] = PropMoney.Balance,
        ["equity"] = PropMoney.Equity,
    };

    private static readonly Dictionary<string, bool> Touches = new(StringComparer.Ordinal)
    {
        ["touch"] = true,
        ["below"] = false,
    };

    private static readonly Dictionary<string, DateTimeZone> Zones = new(StringComparer.Ordinal)
    {
        ["chicago"] = TradingZones.Chicago,
        ["new_york"] = TradingZones.NewYork,
        ["utc"] = DateTimeZone.Utc,
    };

    private readonly SortedDictionary<string, DatedList<PropRules>> accounts = new(StringComparer.Ordinal);

    private PropFirmTable() { }

    /// <summary>The table that comes with the program.</summary>
    public static PropFirmTable Default => Shipped.Value;

    /// <summary>The names of all accounts, in the order of the alphabet.</summary>
    public IReadOnlyCollection<string> Accounts => accounts.Keys;

    /// <summary>The rules of an account on a date; false when the name or the date is not known.</summary>
    public bool TryFind(string account, LocalDate on, [NotNullWhen(true)] out PropRules? rules)
    {
        rules = null;
        return accounts.TryGetValue(account, out var dated) && dated.TryOn(on, out rules);
    }

    /// <summary>The rules of an account on a date; throws with the known names when there are none.</summary>
    public PropRules Find(string account, LocalDate on) =>
        TryFind(account, on, out var rules)
            ? rules
            : throw new KeyNotFoundException(
                $"no rules of '{account}' are known on {on:uuuu-MM-dd}: choose {string.Join(", ", Accounts)}"
            );

    internal static PropFirmTable Read(FactTable accounts, FactTable scaling, FactTable lots)
    {
        var plans = Plans(scaling);
        var table = new PropFirmTable();
        foreach (var row in accounts.Rows)
        {
            var rules = row.Build(one => Rules(one, plans, lots));
            table.accounts.TryAdd(rules.Account, new DatedList<PropRules>());
            table.accounts[rules.Account].Add(row, rules.ValidFrom, rules);
        }

        return table;
    }

    private static Dictionary<string, ScalingPlan> Plans(FactTable scaling)
    {
        var plans = new Dictionary<string, ScalingPlan>(StringComparer.Ordinal);
        foreach (var row in scaling.Rows)
        {
            var name = row.Text("plan");
            var above = row.OptionalNumber("above");
            var isFirst = plans.TryAdd(name, new ScalingPlan(name));
            var level = above is { } amount ? Money.From(amount) : new Money(long.MinValue);
            if (isFirst != above is null || !plans[name].TryAdd(level, row.Whole("lots")))
            {
                throw row.Wrong("the levels of a plan begin without a bound and rise from there");
            }
        }

        return plans;
    }

    private static PropRules Rules(FactRow row, Dictionary<string, ScalingPlan> plans, FactTable lots)
    {
        var firm = row.Text("firm");
        var start = Money.From(row.Number("start"));
        return new PropRules
        {
            Account = row.Text("account"),
            Firm = firm,
            Title = row.Text("title"),
            ValidFrom = row.Date("valid_from"),
            Start = start,
            Limit = Positive(row, "limit"),
            TrailBasis = row.Choice("trail_basis", TrailBases),
            LockAt = row.OptionalNumber("lock_above_start") is { } above ? start + Money.From(above) : null,
            BreachOn = row.Choice("breach_on", Moneys),
            BreachesByTouch = row.Choice("compare", Touches),
            DayStarts = row.Time("day_starts"),
            Zone = row.Choice("zone", Zones),
            DailyLoss = row.Optional("daily_loss") is null ? null : Positive(row, "daily_loss"),
            DailyLossBasis = row.Choice("daily_loss_basis", Moneys),
            IsDailyLossOptional = row.YesNo("optional"),
            Scaling = row.Optional("scaling") is null ? null : row.Choice("scaling", plans),
            Consistency = row.OptionalNumber("consistency"),
            Lots = row.Whole("lots"),
            PerLot = lots
                .Rows.Where(lot => lot.Text("firm") == firm)
                .ToDictionary(lot => lot.Text("symbol"), lot => lot.Whole("per_lot"), StringComparer.Ordinal),
            FlatBy = row.Optional("venue") is null ? null : Venue(row),
            ReadOn = row.Date("read_on"),
            Unverified = row.Optional("unverified") is null ? [] : row.Words("unverified"),
        };
    }

    private static Money Positive(FactRow row, string column) =>
        row.Number(column) is > 0 and var amount ? Money.From(amount) : throw row.Wrong($"'{column}' is not above zero");

    private static VenueDay Venue(FactRow row) =>
        VenueDay.TryFind(row.Text("venue")) ?? throw row.Wrong($"no flat time of '{row.Text("venue")}' is known");

    private static FactTable Embedded(string name) =>
        FactTable.Embedded(typeof(PropFirmTable).Assembly, $"prop-firms/{name}.csv");
}
