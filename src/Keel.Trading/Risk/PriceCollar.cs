namespace Keel.Trading.Risk;

/// <summary>How far a limit may lie from the market: so many ticks, or so many average ranges of a minute where these are more.</summary>
public readonly record struct PriceCollar(int Ticks = 40, decimal Ranges = 3);
