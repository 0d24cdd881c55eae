namespace Keel.Research.Reports.Sections;

/// <summary>The table of trades; its rows come from the script, a page at a time.</summary>
internal static class TradeSection
{
    /// <summary>The columns in the script's order, with the class that aligns them or takes them away where the screen is narrow.</summary>
    private static readonly (string Name, string Class)[] Columns =
    [
        ("No.", "phone-not"),
        ("Entry", "left"),
        ("Exit", "left phone-not"),
        ("Side", "left"),
        ("In at", "phone-not"),
        ("Out at", "phone-not"),
        ("Gross", "few"),
        ("Costs", "few"),
        ("Net", ""),
        ("Worst open", "few"),
        ("Best open", "few"),
        ("Held", "phone-not"),
        ("End", "left"),
    ];

    private static readonly (string Value, string Name)[] Choices =
    [
        ("all", "All trades"),
        ("long", "Long"),
        ("short", "Short"),
        ("winners", "Winners"),
        ("losers", "Losers"),
        ("ambiguous", "Stop and target in one bar"),
    ];

    /// <summary>Adds the section.</summary>
    public static void AddTo(HtmlBuilder html, ReportSubject subject)
    {
        html.Add($"""<section id="trades"><h2>Trades</h2>""");
        if (!subject.HasTrades)
        {
            html.Add($"""<p class="empty">None.</p></section>""");
            return;
        }

        html.Add(
            $"""<div class="panel" id="trade-table"><div class="pager"><span>A click on a trade shows it in the chart of prices.</span><select aria-label="Which trades">"""
        );
        foreach (var (value, name) in Choices)
        {
            html.Add($"""<option value="{value}">{name}</option>""");
        }

        html.Add($"""</select></div><div class="scroll"><table><thead><tr>""");
        foreach (var (name, css) in Columns)
        {
            html.Add($"""<th class="{css}"><button type="button">{name}</button></th>""");
        }

        html.Add(
            $"""
            </tr></thead><tbody></tbody></table></div>
            <div class="pager"><span data-where></span><button type="button" data-turn="first" aria-label="First page">«</button><button type="button" data-turn="back" aria-label="Page before">‹</button><button type="button" data-turn="on" aria-label="Next page">›</button><button type="button" data-turn="last" aria-label="Last page">»</button></div>
            <p class="note">Prices are fills, slippage included. An asterisk marks trades whose stop and target lay in one bar.</p>
            </div></section>

            """
        );
    }
}
