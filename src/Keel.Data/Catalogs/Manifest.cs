using System.Text.Json;

namespace Keel.Data.Catalogs;

/// <summary>What a catalog holds: written anew and swapped in whole at each change, so a reader sees the state before or after, never between.</summary>
internal sealed record Manifest
{
    /// <summary>The version of the catalog's layout that this program writes.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public IReadOnlyList<Dataset> Datasets { get; init; } = [];

    /// <summary>Reads the manifest of a folder; an empty one where there is none.</summary>
    public static Manifest Load(string path)
    {
        if (!File.Exists(path))
        {
            return new Manifest();
        }

        try
        {
            var text = File.ReadAllBytes(path);
            var version = VersionOf(text);
            if (version != CurrentVersion)
            {
                throw new DataException(
                    $"cannot read {path}",
                    $"it has layout version {version}, this program knows {CurrentVersion}",
                    "use the version of Keel that wrote it, or import the files again into another --catalog"
                );
            }

            var manifest = JsonSerializer.Deserialize(text, ManifestJson.Default.Manifest);
            return manifest is { IsWhole: true }
                ? manifest
                : throw new DataException(
                    $"cannot read {path}",
                    "parts of it are missing",
                    "put back a copy of manifest.json, or move the folder away and import again"
                );
        }
        catch (Exception broken) when (broken is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DataException(
                $"cannot read {path}",
                broken.Message,
                "put back a copy of manifest.json, or move the folder away and import again",
                broken
            );
        }
    }

    /// <summary>The version alone, since nothing else is known of another version's layout; 0 where none is told.</summary>
    private static int VersionOf(byte[] text)
    {
        using var document = JsonDocument.Parse(text);
        return
            document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("version", out var version)
            && version.TryGetInt32(out var number)
            ? number
            : 0;
    }

    /// <summary>Whether nothing is missing that every dataset has: a file edited by hand may be JSON and no manifest.</summary>
    private bool IsWhole =>
        Datasets is not null
        && Datasets.All(dataset =>
            dataset is { Instrument: not null, Schema: not null, Tick: > 0, Lot: > 0, Partitions.Count: > 0 }
            && dataset.Partitions.All(partition => partition is { File: not null, Content: not null, Rows: > 0 })
        );

    /// <summary>Replaces the manifest on disk in one step.</summary>
    public void Save(string path)
    {
        var temporary = path + ".new";
        using (var file = new FileStream(temporary, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, this, ManifestJson.Default.Manifest);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
