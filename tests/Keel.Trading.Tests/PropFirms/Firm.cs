using Keel.Domain;
using Keel.Domain.Sessions;
using Keel.Trading.PropFirms;
using NodaTime;

namespace Keel.Trading.Tests.PropFirms;

/// <summary>The accounts of the golden days, looked at on Chicago's clock.</summary>
internal static class Firm
{
    public static readonly PropRules Combine = Find("topstep-50k-combine");
    public static readonly PropRules Express = Find("topstep-50k-express");

    public static PropRules Find(string account) => PropFirmTable.Default.Find(account, new LocalDate(2026, 5, 4));

    public static Timestamp At(string text) =>
        Timestamp.FromInstant(
            LocalDateTime
                .FromDateTime(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
                .InZoneStrictly(TradingZones.Chicago)
                .ToInstant()
        );

    public static Money Dollars(decimal amount) => Money.From(amount);

    /// <summary>A look at which nothing is open.</summary>
    public static PropVerdict Flat(this PropAccount account, string at, decimal balance) =>
        account.Observe(At(at), Dollars(balance), Dollars(balance));

    /// <summary>A look with an open position.</summary>
    public static PropVerdict Open(this PropAccount account, string at, decimal balance, decimal equity, decimal worst = 0) =>
        account.Observe(At(at), Dollars(balance), Dollars(equity), Dollars(worst));
}
