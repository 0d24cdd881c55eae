namespace Keel.Tests;

/// <summary>The folder of the checkout that the tests were built in.</summary>
internal static class CheckoutFolder
{
    /// <summary>Found by walking up to the solution file.</summary>
    public static string Path { get; } = Find();

    /// <summary>Where a file of the data kept beside the checkout lies, if it is there.</summary>
    public static string SharedData(params string[] names) =>
        System.IO.Path.Combine([System.IO.Path.GetDirectoryName(Path)!, "shared", "data", .. names]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Keel.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests run outside a checkout");
    }
}
