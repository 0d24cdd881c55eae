using System.Text;
using Keel.Trading.Orders;

namespace Keel.Trading.Tests.Orders;

public sealed class OrderLifeTests
{
    [Fact]
    public void The_life_of_an_order_is_the_table_in_the_file()
    {
        var written = Table();
        var file = Path.Combine(Folder(), "order-life.txt");

        // How the file is made: read the message of this failure, look at each line, and take it over.
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), written);
    }

    [Fact]
    public void An_order_that_is_over_never_becomes_live_again()
    {
        foreach (var state in Enum.GetValues<OrderState>().Where(OrderLife.IsOver))
        {
            foreach (var happened in Enum.GetValues<OrderEvent>())
            {
                Assert.True(OrderLife.Next(state, happened) is not { } next || OrderLife.IsOver(next));
            }
        }
    }

    private static string Table()
    {
        var text = new StringBuilder();
        foreach (var state in Enum.GetValues<OrderState>())
        {
            foreach (var happened in Enum.GetValues<OrderEvent>())
            {
                if (OrderLife.Next(state, happened) is { } next)
                {
                    text.Append($"{state, -10} {happened, -14} {next}\n");
                }
            }
        }

        return text.ToString();
    }

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Keel.slnx")))
        {
            folder = folder.Parent;
        }

        Assert.SkipWhen(folder is null, "the checkout is not above the test's own folder");
        return Path.Combine(folder!.FullName, "tests", "Keel.Trading.Tests", "Orders");
    }
}
