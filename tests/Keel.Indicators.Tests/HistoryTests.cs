namespace Keel.Indicators.Tests;

public sealed class HistoryTests
{
    [Fact]
    public void A_line_goes_on_from_where_its_history_ends()
    {
        var line = new Sma(2);
        var values = new double[3];

        History.Fill<Sma, double>(ref line, [1, 3, 5], values);
        line.Update(9);

        Assert.Equal([double.NaN, 2, 4], values);
        Assert.Equal(7, line.Value);
    }

    [Fact]
    public void Values_and_inputs_must_pair() =>
        Assert.Throws<ArgumentException>(() =>
        {
            var line = new Sma(2);
            History.Fill<Sma, double>(ref line, [1, 3, 5], new double[2]);
        });
}
