namespace Keel.Domain.Tests.Instruments;

/// <summary>Finds the data that is kept beside the repository, where there is any.</summary>
internal static class SharedData
{
    /// <summary>The lines of a file below <c>shared/data</c>, header left out; skips the test where the file is not there.</summary>
    public static IReadOnlyList<string[]> Rows(string path)
    {
        var file = CheckoutFolder.SharedData(path);
        if (!File.Exists(file))
        {
            Assert.Skip($"shared/data/{path} does not lie beside the repository");
        }

        return [.. File.ReadLines(file).Skip(1).Where(line => line.Length > 0).Select(line => line.Split(','))];
    }
}
