using System.Globalization;
using Keel.Trading.Ledger;
using NodaTime;

namespace Keel.Research.Reports.Sections;

/// <summary>What each month brought, a row a year, coloured by size.</summary>
internal static class MonthTable
{
    private const int Depths = 5;
    private static readonly string[] Months = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames[..12];
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>Adds the heat map.</summary>
    public static void AddTo(HtmlBuilder html, IReadOnlyList<DayResult> days)
    {
        html.Add($"<figure><figcaption><h3>Months</h3>");
        if (days.Count == 0)
        {
            html.Add($"""</figcaption><p class="empty">No trading days.</p></figure>""");
            return;
        }

        html.Add(
            $"""<p>Change of equity in dollars, open positions marked to the day's last price. <span class="gain">Blue</span> is gain, <span class="loss">orange</span> is loss.</p></figcaption><div class="months"><div class="year heads"><span></span>"""
        );
        foreach (var month in Months)
        {
            html.Add($"""<span class="head">{month}</span>""");
        }

        html.Add($"""<span class="head">Year</span></div>""");
        var byMonth = days.GroupBy(day => Epoch.PlusDays(day.DayNumber).ToYearMonth())
            .ToDictionary(group => group.Key, group => group.Sum(day => day.Net.Amount));
        var greatest = byMonth.Values.Max(Math.Abs);
        for (var year = byMonth.Keys.Min(month => month.Year); year <= byMonth.Keys.Max(month => month.Year); year++)
        {
            AddYear(html, year, byMonth, greatest);
        }

        html.Add($"</div></figure>\n");
    }

    private static void AddYear(HtmlBuilder html, int year, Dictionary<YearMonth, decimal> byMonth, decimal greatest)
    {
        var total = 0m;
        html.Add($"""<div class="year"><span>{year}</span>""");
        for (var month = 1; month <= 12; month++)
        {
            if (!byMonth.TryGetValue(new YearMonth(year, month), out var net))
            {
                html.Add($"""<span class="month none"></span>""");
                continue;
            }

            total += net;
            html.Add(
                $"""<span class="month {Depth(net, greatest)}" title="{Months[month - 1]} {year}: {Figure.Dollars(net)}"><i>{Months[month - 1]}</i>{Short(net)}</span>"""
            );
        }

        html.Add($"""<span class="total" title="{year}: {Figure.Dollars(total)}">{Short(total)}</span></div>""");
    }

    private static string Depth(decimal net, decimal greatest)
    {
        if (net == 0)
        {
            return "";
        }

        var depth = Math.Clamp((int)Math.Ceiling(Math.Abs(net) / greatest * Depths), 1, Depths);
        return string.Create(CultureInfo.InvariantCulture, $"{(net > 0 ? "up" : "down")}{depth}");
    }

    /// <summary>Whole dollars, or thousands where six places would not fit.</summary>
    private static string Short(decimal net) =>
        Math.Abs(net) switch
        {
            < 10 => net.ToString("0.00", CultureInfo.InvariantCulture),
            < 100_000 => net.ToString("#,##0", CultureInfo.InvariantCulture),
            _ => (net / 1000).ToString("#,##0", CultureInfo.InvariantCulture) + "k",
        };
}
