namespace Keel.Indicators;

/// <summary>A measure with one value per input, such as one draws as a line below or over the bars.</summary>
public interface ILine<TInput> : IIndicator<TInput>
    where TInput : struct
{
    /// <summary>The value at the last input; not a number until the measure is warm.</summary>
    double Value { get; }
}
