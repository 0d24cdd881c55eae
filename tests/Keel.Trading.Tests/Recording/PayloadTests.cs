using Keel.Domain;
using Keel.Trading.Messages;
using Keel.Trading.Recording;

namespace Keel.Trading.Tests.Recording;

/// <summary>A field that is added to a message and forgotten in its record would be lost silently; here it is missed.</summary>
public sealed class PayloadTests
{
    [Fact]
    public void Every_field_of_a_report_is_recorded()
    {
        var report = Filled<VenueReport>();
        var read = InputPayload.ReadReport(new Timestamp(report.At), InputPayload.Of(in report, new PayloadWriter()));
        Assert.Equal(report, read);
    }

    [Fact]
    public void Every_field_of_a_command_is_recorded()
    {
        var command = Filled<Command>();
        Assert.Equal(command, OutputPayload.ReadCommand(OutputPayload.Of(in command, new PayloadWriter())));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(64)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_number_is_read_as_it_was_written(long value) =>
        Assert.Equal(value, new PayloadReader(new PayloadWriter().Number(value).Bytes).Number());

    private static T Filled<T>()
        where T : struct
    {
        object filled = default(T);
        var next = 1;
        foreach (var property in typeof(T).GetProperties().Where(one => one.SetMethod is not null))
        {
            next++;
            property.SetValue(
                filled,
                property.PropertyType == typeof(bool) ? true
                    : property.PropertyType.IsEnum ? Enum.ToObject(property.PropertyType, 1)
                    : Convert.ChangeType(next * 1_000, property.PropertyType, null)
            );
        }

        return (T)filled;
    }
}
