using System.Text.Json.Nodes;
using Keel.Cli.Console;
using Keel.Data;
using Keel.Data.Catalogs;

namespace Keel.Cli.Verbs.Data;

/// <summary><c>data remove</c>: takes a dataset out of the catalog.</summary>
internal static class RemoveVerb
{
    public static Verb Create()
    {
        var options = new DataOptions();
        options.Instrument.Required = true;
        options.Schema.Required = true;
        var verb = new Verb(
            "remove",
            "Remove one dataset from the catalog, files and all.",
            "./keel data remove --instrument MES --schema bars-1m"
        )
        {
            options.Instrument,
            options.Schema,
            options.CatalogFolder,
        };
        return verb.Does(
            (parsed, terminal, _) =>
            {
                var (instrument, schema) = (parsed.GetValue(options.Instrument)!, parsed.GetValue(options.Schema)!);
                var folder = parsed.GetValue(options.CatalogFolder)!;
                if (!Catalog.Open(folder).Remove(instrument, schema))
                {
                    throw new DataException(
                        $"the catalog {folder} has no {schema} of {instrument}",
                        "there is nothing to remove",
                        "see './keel data info'"
                    );
                }

                terminal.Line($"removed {instrument} {schema} from {folder}");
                terminal.Document(new JsonObject { ["removed"] = $"{instrument}/{schema}" });
                return ExitCode.Done;
            }
        );
    }
}
