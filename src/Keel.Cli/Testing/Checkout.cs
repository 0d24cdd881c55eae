using Keel.Data;

namespace Keel.Cli.Testing;

/// <summary>The folder of the checkout that this program was built in.</summary>
internal static class Checkout
{
    /// <summary>Walks up from the program to the solution file.</summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Keel.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DataException(
            "cannot find the tests",
            $"no Keel.slnx in or above {AppContext.BaseDirectory}",
            "run ./keel from a checkout of the sources"
        );
    }
}
