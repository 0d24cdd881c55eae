namespace Keel.Indicators;

/// <summary>A streaming measure of a market: a small struct that takes one input after another and knows when it has seen enough.</summary>
/// <remarks>
/// What all of them keep to: made with its period, <c>default</c> refuses its first input where a period is needed; an update allocates
/// nothing; inputs are finite numbers; the result depends on the inputs alone. Take one as a type parameter constrained to <c>struct</c>, and the compiler binds every
/// call. Hold one in a field that is not <c>readonly</c>. Assigning a measure that keeps a window (it has a <c>Copy</c>) shares the
/// window: the old name is then to be forgotten, or <c>Copy</c> used.
/// </remarks>
public interface IIndicator<TInput>
    where TInput : struct
{
    /// <summary>After how many inputs the measure says something: one more than its lookback.</summary>
    int WarmUp { get; }

    /// <summary>Whether it has seen that many since it was made or reset.</summary>
    bool IsWarm { get; }

    /// <summary>Takes the next input, a bar's once the bar has closed.</summary>
    void Update(in TInput input);

    /// <summary>Forgets all inputs, as at a break that no window may reach over; keeps the period and the memory.</summary>
    void Reset();
}
