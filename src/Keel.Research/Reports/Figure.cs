using System.Globalization;

namespace Keel.Research.Reports;

/// <summary>A figure of the summary as the page shows it.</summary>
/// <param name="Path">Where the summary has it: <c>performance.net_pnl</c>.</param>
/// <param name="Label">Its name for the reader.</param>
/// <param name="Kind">What it counts.</param>
internal sealed record Figure(string Path, string Label, FigureKind Kind)
{
    /// <summary>Writes the figure: its number exactly as the summary has it, money with a dollar and separators; its unit is for the caller to write.</summary>
    public void AddTo(HtmlBuilder html, Summary summary)
    {
        var colour = Kind == FigureKind.Money && summary.Number(Path) < 0 ? "loss" : "";
        html.Add($"""<span class="{colour}" data-key="{Path}" data-value="{summary.Raw(Path)}">{TextOf(summary)}</span>""");
    }

    /// <summary>The figure's text without its unit.</summary>
    public string TextOf(Summary summary) =>
        (Kind, summary.Number(Path)) switch
        {
            (FigureKind.Word, _) => summary.At(Path) is null ? "n/a" : summary.Raw(Path),
            (_, null) => summary.At(Path) is null ? "n/a" : summary.Raw(Path),
            (FigureKind.Money, { } amount) => Dollars(amount),
            (_, { } number) => number.ToString("#,##0.####", CultureInfo.InvariantCulture),
        };

    /// <summary>Dollars with separators and cents: <c>-$1,234.50</c>.</summary>
    public static string Dollars(decimal amount)
    {
        var text = Math.Abs(amount).ToString("$#,##0.00", CultureInfo.InvariantCulture);
        return decimal.Round(amount, 2, MidpointRounding.AwayFromZero) < 0 ? "-" + text : text;
    }

    /// <summary>A share in per cent with one decimal: <c>52.1 %</c>.</summary>
    public static string PerCent(decimal fraction) => (fraction * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    /// <summary>In what the figure counts; empty where its text says so. A fraction's unit are its per cents.</summary>
    public string UnitOf(Summary summary) =>
        summary.Number(Path) is not { } number
            ? ""
            : Kind switch
            {
                FigureKind.Percent => "%",
                FigureKind.Fraction => PerCent(number),
                FigureKind.Minutes => "minutes",
                FigureKind.Hours => "hours",
                FigureKind.Days => "days",
                FigureKind.Number or FigureKind.Money or FigureKind.Word => "",
            };
}
