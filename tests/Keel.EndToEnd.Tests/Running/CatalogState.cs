using System.Security.Cryptography;

namespace Keel.EndToEnd.Tests.Running;

/// <summary>All that counts in a catalog: what <c>data info</c> says and every byte of its files. Lock, staging and quarantine do not count.</summary>
internal sealed record CatalogState(string Info, string Files)
{
    /// <summary>The state of a catalog; of its files only those below a sub-folder, where one is named.</summary>
    public static CatalogState Of(string catalog, string below = "")
    {
        var info = KeelRun.Here("data", "info", "--catalog", catalog, "--json").Output;
        var lines = Directory
            .EnumerateFiles(Path.Combine(catalog, below), "*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(catalog, file), File: file))
            .Where(pair =>
                pair.Name != ".lock"
                && !pair.Name.StartsWith(".staging", StringComparison.Ordinal)
                && !pair.Name.StartsWith("quarantine", StringComparison.Ordinal)
            )
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(pair.File)))}");
        return new CatalogState(info, string.Join('\n', lines));
    }
}
