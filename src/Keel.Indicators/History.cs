namespace Keel.Indicators;

/// <summary>The past values of a line: computed by running the streaming code over the past, so that research and live trading cannot differ.</summary>
public static class History
{
    /// <summary>Gives the line each input in turn and writes the value after it beside it; the line goes on from where the inputs end.</summary>
    public static void Fill<TLine, TInput>(ref TLine line, ReadOnlySpan<TInput> inputs, Span<double> values)
        where TLine : struct, ILine<TInput>
        where TInput : struct
    {
        if (values.Length != inputs.Length)
        {
            throw new ArgumentException($"{inputs.Length} inputs give as many values, not {values.Length}");
        }

        // A local of its own, since its state can then stay in registers.
        var running = line;
        for (var index = 0; index < inputs.Length; index++)
        {
            running.Update(in inputs[index]);
            values[index] = running.Value;
        }

        line = running;
    }
}
