namespace Keel.Indicators.Tests;

/// <summary>All values of a line over a history.</summary>
internal static class Lines
{
    /// <summary>Runs the line over the inputs.</summary>
    public static double[] Over<TLine, TInput>(TLine line, params TInput[] inputs)
        where TLine : struct, ILine<TInput>
        where TInput : struct
    {
        var values = new double[inputs.Length];
        History.Fill<TLine, TInput>(ref line, inputs, values);
        return values;
    }
}
