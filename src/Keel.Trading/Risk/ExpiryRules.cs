namespace Keel.Trading.Risk;

/// <summary>How many business days before a contract rolls, and before it last trades, nothing is entered in it any more; null where that does not matter.</summary>
/// <param name="BeforeRoll">From so many business days before its roll date on: 2 for index futures.</param>
/// <param name="BeforeLastDay">From so many business days before its last trading day on: 5 for crude.</param>
public readonly record struct ExpiryRules(int? BeforeRoll, int? BeforeLastDay);
