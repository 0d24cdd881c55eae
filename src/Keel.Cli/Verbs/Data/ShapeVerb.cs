using System.CommandLine;
using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Data.Shape;

namespace Keel.Cli.Verbs.Data;

/// <summary><c>data shape</c>: judges a synthetic market by the figures of real ones.</summary>
internal static class ShapeVerb
{
    public static Verb Create()
    {
        var options = new SynthOptions();
        options.Days.DefaultValueFactory = _ => 60;
        options.Seed.DefaultValueFactory = _ => 7;
        var picture = new Option<string?>("--svg")
        {
            Description = "also draw the comparison with real markets into this file",
            HelpName = "FILE",
        };
        var verb = new Verb(
            "shape",
            "Measure a synthetic market and hold every figure against the band in which real index futures lie. Ends with 1 when a figure is outside.",
            "./keel data shape --instrument MES --seed 7 --days 60",
            "./keel data shape --instrument MES --seed 7 --days 60 --svg market-shape.svg"
        )
        {
            options.Data.Instrument,
            options.Data.From,
            options.Days,
            options.Seed,
            options.Model,
            options.Edge,
            options.Form,
            picture,
        };
        return verb.Does(
            (parsed, terminal, _) =>
            {
                var report = ShapeReport.Of(options.Market(parsed));
                if (!terminal.Json)
                {
                    report.WriteTable(terminal.Output);
                }

                if (parsed.GetValue(picture) is { } path)
                {
                    using var file = new StreamWriter(path);
                    report.WriteSvg(file);
                }

                terminal.Document(
                    new JsonObject
                    {
                        ["all_inside"] = report.AllInside,
                        ["figures"] = new JsonArray(
                            report
                                .Rows.Select(row =>
                                    (JsonNode)
                                        new JsonObject
                                        {
                                            ["figure"] = row.Figure,
                                            ["low"] = double.IsFinite(row.Low) ? row.Low : null,
                                            ["high"] = double.IsFinite(row.High) ? row.High : null,
                                            ["measured"] = double.IsFinite(row.Measured) ? row.Measured : null,
                                            ["inside"] = row.Inside,
                                        }
                                )
                                .ToArray()
                        ),
                    }
                );
                return report.AllInside ? ExitCode.Done : ExitCode.Failed;
            }
        );
    }
}
