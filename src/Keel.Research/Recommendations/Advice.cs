namespace Keel.Research.Recommendations;

/// <summary>What a backtest's trades have to say to the trader, in sentences.</summary>
/// <param name="Recommendations">What holds beyond chance; a strategy without any pattern gets one in a hundred reports.</param>
/// <param name="Observations">Facts about the run that need no statistics, such as an exit that never fired.</param>
/// <param name="NextExperiments">What might be worth trying next, on data that was not looked at; no claim that it helps.</param>
public sealed record Advice(
    IReadOnlyList<Recommendation> Recommendations,
    IReadOnlyList<string> Observations,
    IReadOnlyList<string> NextExperiments
);
