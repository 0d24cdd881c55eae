using Keel.Cli.Console;
using Keel.Cli.Verbs.Data;

namespace Keel.Cli.Verbs;

/// <summary><c>data</c>: market data.</summary>
internal static class DataVerb
{
    public static Verb Create() =>
        new(
            "data",
            "Market data: make it, import it, check it, look at it, export it.",
            "./keel data synth --instrument MES --schema bars-1m --from 2024-01-02 --days 20 --seed 7 --out mes.csv",
            "./keel data import mes.csv --instrument MES",
            "./keel data info --instrument MES"
        )
        {
            SynthVerb.Create(),
            ImportVerb.Create(),
            ValidateVerb.Create(),
            InfoVerb.Create(),
            ExportVerb.Create(),
            ShapeVerb.Create(),
            RemoveVerb.Create(),
        };
}
