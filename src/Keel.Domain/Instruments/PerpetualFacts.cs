using Keel.Domain.Facts;

namespace Keel.Domain.Instruments;

/// <summary>Reads the table of crypto perpetuals.</summary>
internal static class PerpetualFacts
{
    private static readonly Dictionary<string, bool> Kinds = new(StringComparer.Ordinal)
    {
        ["linear"] = false,
        ["inverse"] = true,
    };

    private static readonly Dictionary<string, bool> CountedInQuote = new(StringComparer.Ordinal)
    {
        ["contract"] = false,
        ["quote"] = true,
    };

    /// <summary>All perpetuals of the table; throws with file and line where one cannot be.</summary>
    public static IReadOnlyList<Instrument> Read(FactTable table)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var perpetuals = new List<Instrument>();
        foreach (var row in table.Rows)
        {
            var perpetual = row.Build(ReadRow);
            if (!keys.Add(perpetual.Key))
            {
                throw row.Wrong($"{perpetual.Key} is given twice");
            }

            perpetuals.Add(perpetual);
        }

        return perpetuals;
    }

    private static Instrument ReadRow(FactRow row)
    {
        var grid = PriceGrid.Of(row.Number("tick"));
        var terms = ReadTerms(row, grid);
        return new Instrument
        {
            Symbol = row.Text("symbol"),
            Name = $"{row.Text("exchange")} {row.Text("symbol")} perpetual",
            Exchange = row.Text("venue"),
            Currency = row.Text("settle"),
            Grid = grid,
            PointValue = terms.IsInverse ? 0 : terms.LotSize,
            Calendar = "continuous",
            Perpetual = terms,
        };
    }

    private static PerpetualTerms ReadTerms(FactRow row, PriceGrid grid)
    {
        var lotStep = Positive(row, "lot_step");
        var contractSize = Positive(row, "contract_size");
        return new PerpetualTerms
        {
            Base = row.Text("base"),
            IsInverse = row.Choice("kind", Kinds),
            LotStep = lotStep,
            MinOrder = Positive(row, "min_order"),
            ContractSize = contractSize,
            ContractUnit = row.Text("contract_unit"),
            LotSize = row.Choice("lot_unit", CountedInQuote) ? lotStep : lotStep * contractSize,
            MinNotional = row.OptionalNumber("min_notional"),
            Funding = row.Optional("funding") switch
            {
                null => Funding.Unknown,
                "continuous" => Funding.Continuous,
                _ => Funding.Every(row.Whole("funding")),
            },
            PriceDigits = row.Optional("digits") is null ? null : new SignificantDigits(row.Whole("digits"), grid),
            MaxLeverage = row.OptionalNumber("max_leverage"),
            Mark = row.Optional("mark"),
            AsOf = row.Text("as_of"),
        };
    }

    private static decimal Positive(FactRow row, string column) =>
        row.Number(column) is > 0 and var number ? number : throw row.Wrong($"'{column}' is not above zero");
}
