using Keel.Trading.Ledger;

namespace Keel.Research.Reports.Sections;

/// <summary>How trades ended: how many by each reason, and what they brought.</summary>
internal static class ExitTable
{
    /// <summary>Adds the table.</summary>
    public static void AddTo(HtmlBuilder html, IReadOnlyList<ClosedTrade> trades)
    {
        html.Add($"<figure><figcaption><h3>How trades ended</h3></figcaption>");
        if (trades.Count == 0)
        {
            html.Add($"""<p class="empty">No trades.</p></figure>""");
            return;
        }

        html.Add(
            $"""<table><thead><tr><th class="left">Exit</th><th class="bar"></th><th>Trades</th><th>Net</th><th class="phone-not">Per trade</th></tr></thead><tbody>"""
        );
        foreach (var group in trades.GroupBy(trade => trade.Reason).OrderByDescending(group => group.Count()))
        {
            var count = group.Count();
            var net = group.Sum(trade => trade.Net.Amount);
            html.Add(
                $"""
                <tr><td class="left">{ExitWords.Of(
                    group.Key
                )}</td><td class="bar"><svg viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true"><rect class="mark" stroke="none" width="{count
                    * 1000L
                    / trades.Count}" height="8"/></svg></td>
                <td>{count:N0}</td><td class="{(net < 0 ? "loss" : "gain")}">{Figure.Dollars(
                    net
                )}</td><td class="phone-not">{Figure.Dollars(net / count)}</td></tr>
                """
            );
        }

        html.Add($"</tbody></table></figure>\n");
    }
}
