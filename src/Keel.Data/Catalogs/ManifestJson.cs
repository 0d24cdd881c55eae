using System.Text.Json.Serialization;

namespace Keel.Data.Catalogs;

/// <summary>How the manifest is written: indented, so that people can read it.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
